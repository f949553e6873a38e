"""Letters about meetings: when, and a link. Discreet ones name nobody; none says where or what about."""

from mail.services import post_mail
from meetings.calendar.ics import reply_address
from meetings.models import CalendarSettings
from mentoring.lib.links import member_link as link


def _post(kind, row, to, *, discreet, occasion, page="meeting_list", **more):
    """`row` is a meeting or a rhythm; the name of the other is told to those who are not discreet."""
    calendar, reply_to = more.pop("calendar", ""), more.pop("reply_to", "")
    mentorship = row.mentorship
    codes = (mentorship.code, row.code) if page == "meeting_detail" else (mentorship.code,)
    context = {"reader": to, "name": "" if discreet else mentorship.partner_of(to).name,
               "link": link(page, *codes), **more}  # fmt: skip
    post_mail(f"meetings/{kind}", to=to, context=context, occasion=occasion,
         calendar=calendar, reply_to=reply_to)  # fmt: skip


_discreet = CalendarSettings.objects.discreet


def times_offered(offer, meeting, *, to):
    """The other offers times, asks for some, or would like to move what is agreed."""
    _post("times_offered", meeting, to, discreet=_discreet(to), occasion=f"offer-{offer.pk}",
          page="meeting_detail", you_choose=not offer.slots.exists(),
          to_move=meeting.starts_at if meeting.status == "agreed" else None)  # fmt: skip


def times_closed(offer, meeting, *, to, withdrawn):
    """None of the times suits, or they were taken back."""
    _post("times_closed", meeting, to, discreet=_discreet(to), occasion=f"offer-closed-{offer.pk}",
          page="meeting_detail", withdrawn=withdrawn,
          stands=meeting.starts_at if meeting.status == "agreed" else None)  # fmt: skip


def _calendar_mail(kind, row, seat, *, discreet, calendar, page, by, **more):
    """A mail that calendars act on. Its number makes it one of a kind."""
    mine = bool(by and by.pk == seat.member_id)
    _post(kind, row, seat.member, discreet=discreet, page=page, mine=mine, calendar=calendar,
          reply_to=reply_address(seat.token), occasion=f"seat-{seat.pk}-{seat.sequence}",
          minutes=row.minutes, **more)  # fmt: skip


def meeting_set(meeting, seat, *, discreet, word, by, calendar):
    """When it is: agreed, moved, or another instant since a country changed its clocks."""
    _calendar_mail("meeting_set", meeting, seat, discreet=discreet, calendar=calendar, by=by,
                   page="meeting_detail", word=word, starts=meeting.starts_at)  # fmt: skip


def meeting_cancelled(meeting, seat, *, discreet, why, by, calendar):
    """It is off."""
    _calendar_mail("meeting_cancelled", meeting, seat, discreet=discreet, calendar=calendar, by=by,
                   page="meeting_list", why=why, starts=meeting.starts_at)  # fmt: skip


def rhythm_proposed(rhythm, *, to, said, first):
    """The other would like to meet regularly."""
    _post("rhythm_proposed", rhythm, to, discreet=_discreet(to), page="rhythm",
          occasion=f"rhythm-{rhythm.pk}", said=said, first=first)  # fmt: skip


def rhythm_closed(rhythm, *, to, withdrawn):
    """It came to nothing."""
    _post("rhythm_closed", rhythm, to, discreet=_discreet(to),
          occasion=f"rhythm-closed-{rhythm.pk}", withdrawn=withdrawn)  # fmt: skip


def rhythm_set(rhythm, seat, *, discreet, word, by, calendar):
    """It is agreed, or something about it changed."""
    upcoming = rhythm.meetings.dates().filter(status="agreed").order_by("starts_at")
    _calendar_mail("rhythm_set", rhythm, seat, discreet=discreet, calendar=calendar, by=by,
                   page="rhythm", word=word, rhythm=rhythm,
                   dates=[meeting.starts_at for meeting in upcoming.ahead()[:3]])  # fmt: skip


def rhythm_ended(rhythm, seat, *, discreet, why, by, calendar):
    """It is over."""
    _calendar_mail("rhythm_ended", rhythm, seat, discreet=discreet, calendar=calendar, by=by,
                   page="meeting_list", why=why)  # fmt: skip


def calendar_declined(meeting, *, to, occasion):
    """The other has said no from their calendar: the meeting stands until one of the two moves it."""
    _post("calendar_declined", meeting, to, discreet=_discreet(to), page="meeting_detail",
          occasion=occasion, starts=meeting.starts_at)  # fmt: skip
