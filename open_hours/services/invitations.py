"""Telling both calendars of a talk: an event of its own for each of the two, the same UID until it is over."""

from uuid import uuid5

from django.utils import translation
from django.utils.translation import gettext as _

from meetings.models import CalendarSettings
from mentoring.lib.calendar import ics
from mentoring.lib.calendar.event import Event
from mentoring.lib.links import member_link as link
from mentorships.templatetags.private import plain
from open_hours import notifications
from open_hours.models import Booking

# A talk is booked, and cancelled at the most: it never moves.
BOOKED, CANCELLED = 0, 1


def send_invitations(booking, *, by):
    """Both are told when it is, with the event."""
    for member, discreet in _people(booking):
        event = event_of(booking, member, discreet=discreet)
        mail = notifications.talk_booked(
            booking, member, discreet=discreet, by=by, calendar=_written(ics.request, event, member)
        )
        if mail:
            setattr(booking, column_of(booking, member), True)
    Booking.objects.filter(pk=booking.pk).update(
        mentor_in_calendar=booking.mentor_in_calendar, mentee_in_calendar=booking.mentee_in_calendar
    )


def call_off(booking, *, by=None, leaver=None):
    """Both are told that it is cancelled, and calendars take it out. `by` is None where neither of them did it.

    But for a `leaver`: whoever leaves the programme is not written to any more.
    """
    for member, discreet in _people(booking):
        if member == leaver:
            continue
        event = event_of(booking, member, discreet=discreet, cancelled=True)
        notifications.talk_cancelled(
            booking,
            member,
            discreet=discreet,
            by=by,
            calendar=_written(ics.cancel, event, member),
            in_calendar=getattr(booking, column_of(booking, member)),
        )


def column_of(booking, member):
    """Where it is remembered that a mail with the event was written to this one of the two."""
    return "mentor_in_calendar" if member.pk == booking.mentor_id else "mentee_in_calendar"


def event_of(booking, member, *, discreet, cancelled=False):
    """What stands in the calendar of one of the two. Discreet: no name, no place, no address of the talk."""
    url = link("my_talks") if discreet else link("talk_detail", booking.talk.code)
    name = booking.partner_of(member).name
    with translation.override(member.language):
        summary = _("Meeting") if discreet else _("Open hours: %(name)s") % {"name": name}
        description = _("Details: %(url)s") % {"url": url}
    return Event(
        uid=uuid5(booking.code, str(member.code)),
        sequence=CANCELLED if cancelled else BOOKED,
        starts=booking.talk.starts_at,
        ends=booking.talk.ends_at,
        summary=summary,
        description=description,
        url=url,
        location="" if discreet or cancelled else place_of(booking),
        cancelled=cancelled,
    )


def place_of(booking):
    """Where it takes place: the place of its day and the table, or the mentor's own words. Opens a text."""
    talk = booking.talk
    if talk.day_id:
        return _("%(place)s, table %(n)d") % {"place": talk.day.place, "n": talk.table}
    where = getattr(booking, "where", None)  # no row where the mentor has named no place
    return plain(where, "place") if where else ""


def _people(booking):
    """(member, discreet) of the two."""
    people = (booking.mentor, booking.mentee)
    named = CalendarSettings.objects.filter(member__in=people, discreet=False)
    open_to = set(named.values_list("member_id", flat=True))
    for member in people:
        yield member, member.pk not in open_to


def _written(message, event, member):
    """The iCalendar text, in the language of whoever it is for. No answer is taken: there is nothing to move."""
    with translation.override(member.language):
        return message([event], to=member.email, token="", name=member.name)
