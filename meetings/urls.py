"""Meetings: mine, and those of a pair."""

from django.urls import path

from meetings.views import agenda, arranging, calendar, mine, pair, rhythm, time

PAIR = "mentorships/<uuid:code>/meetings/"
RHYTHM = f"{PAIR}rhythm/"
ONE = f"{PAIR}<uuid:meeting>/"
ITEM = f"{ONE}items/<uuid:item>/"
urlpatterns = [
    path("meetings/", mine.my_meetings, name="my_meetings"),
    path("meetings/<int:year>/<int:number>/", mine.meeting_month, name="meeting_month"),
    path("meetings/time/", time.time_at_work, name="time_at_work"),
    path("meetings/time/letter/", time.time_letter, name="time_letter"),
    path("meetings/calendar/", calendar.calendar_settings, name="calendar_settings"),
    path("meetings/calendar/renew/", calendar.calendar_renew, name="calendar_renew"),
    path("calendar/<slug:feed>.ics", calendar.calendar_feed, name="calendar_feed"),
    path(PAIR, pair.meeting_list, name="meeting_list"),
    path(f"{PAIR}new/", arranging.meeting_new, name="meeting_new"),
    path(f"{PAIR}log/", pair.meeting_log, name="meeting_log"),
    path(RHYTHM, rhythm.rhythm, name="rhythm"),
    path(f"{RHYTHM}new/", rhythm.rhythm_new, name="rhythm_new"),
    path(f"{RHYTHM}answer/", rhythm.rhythm_answer, name="rhythm_answer"),
    path(f"{RHYTHM}end/", rhythm.rhythm_end, name="rhythm_end"),
    path(ONE, arranging.meeting_detail, name="meeting_detail"),
    path(f"{ONE}offer/", arranging.meeting_offer, name="meeting_offer"),
    path(f"{ONE}pick/", arranging.meeting_pick, name="meeting_pick"),
    path(f"{ONE}close/", arranging.meeting_close, name="meeting_close"),
    path(f"{ONE}cancel/", arranging.meeting_cancel, name="meeting_cancel"),
    path(f"{ONE}meeting.ics", arranging.meeting_file, name="meeting_file"),
    path(f"{ONE}became/", pair.meeting_tell, name="meeting_tell"),
    path(f"{ONE}instead/", pair.meeting_instead, name="meeting_instead"),
    path(f"{ONE}unlog/", pair.meeting_unlog, name="meeting_unlog"),
    path(f"{ONE}note/", agenda.meeting_note, name="meeting_note"),
    path(f"{ONE}items/", agenda.item_add, name="item_add"),
    path(f"{ITEM}tick/", agenda.item_tick, name="item_tick"),
    path(f"{ITEM}delete/", agenda.item_delete, name="item_delete"),
    path(f"{ITEM}goal/", agenda.item_to_goal, name="item_to_goal"),
]
