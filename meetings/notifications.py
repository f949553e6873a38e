"""Mails about meetings: when, and a link. Discreet ones name nobody; none says where or what about."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mail.notification import Delivery, Notification, declare_topic, register
from meetings.models import CalendarSettings
from mentoring.lib.calendar.ics import reply_address
from mentoring.lib.links import member_link as link

MEETINGS = declare_topic(
    "meetings", label=_("Meetings"), unsubscribe_label=_("Stop emails about meetings"), order=40
)
_discreet = CalendarSettings.objects.discreet


@register
class TimesOffered(Notification):
    """To one of a pair: the other offers times, asks for some, or would like to move. Carries a link."""

    folder, topic, delivery = "meetings/times_offered", MEETINGS, Delivery.AT_ONCE


@register
class TimesClosed(Notification):
    """To one of a pair: none of the times suits, or they were taken back. Carries what stands, a link."""

    folder, topic, delivery = "meetings/times_closed", MEETINGS, Delivery.AT_ONCE


@register
class MeetingSet(Notification):
    """To both: when it is. Carries the time, and the event for a calendar to take in."""

    folder, topic, delivery = "meetings/meeting_set", MEETINGS, Delivery.AT_ONCE


@register
class MeetingCancelled(Notification):
    """To both: it is off. Carries the time, and the event for a calendar to take out."""

    folder, topic, delivery = "meetings/meeting_cancelled", MEETINGS, Delivery.AT_ONCE


@register
class RhythmProposed(Notification):
    """To one of a pair: the other would like to meet regularly. Carries the rhythm and a link."""

    folder, topic, delivery = "meetings/rhythm_proposed", MEETINGS, Delivery.AT_ONCE


@register
class RhythmClosed(Notification):
    """To one of a pair: the proposal of a rhythm came to nothing. Carries a link."""

    folder, topic, delivery = "meetings/rhythm_closed", MEETINGS, Delivery.AT_ONCE


@register
class RhythmSet(Notification):
    """To both: the rhythm is agreed, or changed. Carries the next dates, and events for a calendar."""

    folder, topic, delivery = "meetings/rhythm_set", MEETINGS, Delivery.AT_ONCE


@register
class RhythmEnded(Notification):
    """To both: the rhythm is over. Carries the events for a calendar to take out."""

    folder, topic, delivery = "meetings/rhythm_ended", MEETINGS, Delivery.AT_ONCE


@register
class CalendarDeclined(Notification):
    """To one of a pair: the other's calendar has said no. Carries the time and a link."""

    folder, topic, delivery = "meetings/calendar_declined", MEETINGS, Delivery.AT_ONCE


@register
class TimesMovedHere(Notification):
    """To whose calendar has proposed another time: times are moved on the page. Carries the time and a link."""

    folder, topic, delivery = "meetings/times_moved_here", None, Delivery.SECURITY


@register
class ReplyNotTaken(Notification):
    """To one of a pair, once a day: what came to the address of a meeting was not understood. Carries a link."""

    folder, topic, delivery = "meetings/reply_not_taken", None, Delivery.SECURITY


def times_offered(offer, meeting, *, to):
    """The other offers times, asks for some, or would like to move what is agreed."""
    _tell(
        TimesOffered,
        meeting,
        to,
        discreet=_discreet(to),
        page="meeting_detail",
        occasion=f"offer-{offer.pk}",
        you_choose=not offer.slots.exists(),
        to_move=meeting.starts_at if meeting.status == "agreed" else None,
    )


def times_closed(offer, meeting, *, to, withdrawn):
    """None of the times suits, or they were taken back."""
    _tell(
        TimesClosed,
        meeting,
        to,
        discreet=_discreet(to),
        page="meeting_detail",
        occasion=f"offer-closed-{offer.pk}",
        withdrawn=withdrawn,
        asked=not offer.slots.exists(),
        stands=meeting.starts_at if meeting.status == "agreed" else None,
    )


def meeting_set(meeting, seat, *, discreet, word, by, calendar):
    """When it is: agreed, moved, or another instant since a country changed its clocks."""
    return _tell_calendar(
        MeetingSet,
        meeting,
        seat,
        discreet=discreet,
        page="meeting_detail",
        by=by,
        calendar=calendar,
        word=word,
        starts=meeting.starts_at,
    )


def meeting_cancelled(meeting, seat, *, discreet, why, by, calendar):
    """It is off."""
    return _tell_calendar(
        MeetingCancelled,
        meeting,
        seat,
        discreet=discreet,
        page="meeting_list",
        by=by,
        calendar=calendar,
        why=why,
        starts=meeting.starts_at,
    )


def rhythm_proposed(rhythm, *, to, said, first):
    """The other would like to meet regularly."""
    _tell(
        RhythmProposed,
        rhythm,
        to,
        discreet=_discreet(to),
        page="rhythm",
        occasion=f"rhythm-{rhythm.pk}",
        said=said,
        first=first,
    )


def rhythm_closed(rhythm, *, to, withdrawn):
    """It came to nothing."""
    _tell(
        RhythmClosed,
        rhythm,
        to,
        discreet=_discreet(to),
        page="meeting_list",
        occasion=f"rhythm-closed-{rhythm.pk}",
        withdrawn=withdrawn,
    )


def rhythm_set(rhythm, seat, *, discreet, word, by, calendar):
    """It is agreed, or something about it changed."""
    upcoming = rhythm.meetings.dates().filter(status="agreed").order_by("starts_at")
    return _tell_calendar(
        RhythmSet,
        rhythm,
        seat,
        discreet=discreet,
        page="rhythm",
        by=by,
        calendar=calendar,
        word=word,
        rhythm=rhythm,
        dates=[meeting.starts_at for meeting in upcoming.ahead()[:3]],
    )


def rhythm_ended(rhythm, seat, *, discreet, why, by, calendar):
    """It is over."""
    return _tell_calendar(
        RhythmEnded, rhythm, seat, discreet=discreet, page="meeting_list", by=by, calendar=calendar, why=why
    )


def calendar_declined(meeting, *, to, occasion):
    """The other has said no from their calendar: the meeting stands until one of the two moves it."""
    _tell(
        CalendarDeclined,
        meeting,
        to,
        discreet=_discreet(to),
        page="meeting_detail",
        occasion=occasion,
        starts=meeting.starts_at,
    )


def times_are_moved_here(seat, meeting):
    """Another time was proposed by mail, which moves nothing."""
    to = seat.member
    _tell(
        TimesMovedHere,
        meeting,
        to,
        discreet=_discreet(to),
        page="meeting_detail",
        occasion=f"counter-{seat.pk}-{timezone.now():%Y%m%d}",
        starts=meeting.starts_at,
    )


def reply_not_taken(seat):
    """Nothing was understood, and nobody has read it."""
    to = seat.member
    _tell(
        ReplyNotTaken,
        seat.meeting or seat.rhythm,
        to,
        discreet=_discreet(to),
        page="meeting_detail" if seat.meeting_id else "rhythm",
        occasion=f"not-taken-{seat.pk}-{timezone.now():%Y%m%d}",
    )


def _tell_calendar(notification, meeting, seat, *, discreet, page, by, calendar, **context):
    """A mail that calendars act on, or None. The number of the seat (an Attendee) makes it one of a kind."""
    return notification.post(
        to=seat.member,
        context={
            **_context(meeting, seat.member, discreet=discreet, page=page),
            "mine": bool(by and by.pk == seat.member_id),
            "minutes": meeting.minutes,
            "replies_unread": bool(settings.CALENDAR_ADDRESS),
            **context,
        },
        occasion=f"seat-{seat.pk}-{seat.sequence}",
        calendar=calendar,
        reply_to=reply_address(seat.token),
        in_calendar=seat.in_calendar,
    )


def _tell(notification, meeting, to, *, discreet, page, occasion, **context):
    notification.post(
        to=to, context={**_context(meeting, to, discreet=discreet, page=page), **context}, occasion=occasion
    )


def _context(meeting, to, *, discreet, page):
    """`meeting` is a meeting or a rhythm; the name of the other is told to those who are not discreet."""
    mentorship = meeting.mentorship
    codes = (mentorship.code, meeting.code) if page == "meeting_detail" else (mentorship.code,)
    return {
        "reader": to,
        "name": "" if discreet else mentorship.partner_of(to).name,
        "link": link(page, *codes),
    }
