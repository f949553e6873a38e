"""Mails about open hours: when, with whom, and a link. Discreet ones name nobody; none says where or what about."""

from django.utils.translation import gettext_lazy as _

from mail.notification import Delivery, Notification, declare_topic, register
from meetings.models import CalendarSettings
from mentoring.lib.calendar.ics import reply_address
from mentoring.lib.links import member_link as link

OPEN_HOURS = declare_topic(
    "talks",
    label=_("Open hours: single talks and waiting lists"),
    unsubscribe_label=_("Stop emails about open hours"),
    order=45,
)


@register
class TalkBooked(Notification):
    """To both: when it is. Carries the time, a link, and the event for a calendar to take in."""

    folder, topic, delivery = "open_hours/talk_booked", OPEN_HOURS, Delivery.AT_ONCE


@register
class TalkCancelled(Notification):
    """To both: it is off. Carries the time, a link, and the event for a calendar to take out."""

    folder, topic, delivery = "open_hours/talk_cancelled", OPEN_HOURS, Delivery.AT_ONCE


@register
class TalkSoon(Notification):
    """To both, once, about a day before. Carries the time and a link."""

    folder, topic, delivery = "open_hours/talk_soon", OPEN_HOURS, Delivery.AT_ONCE


@register
class TalkOver(Notification):
    """To both, once it is over: did you talk, would you like to go on? Carries a link."""

    folder, topic, delivery = "open_hours/talk_over", OPEN_HOURS, Delivery.DIGEST


@register
class TalkMissed(Notification):
    """To one of the two: the other says that it did not happen. Blames nobody. Carries links."""

    folder, topic, delivery = "open_hours/talk_missed", OPEN_HOURS, Delivery.AT_ONCE


@register
class TalkLedOn(Notification):
    """To both, who said yes: their mentorship has begun. Carries the other's name and a link."""

    folder, topic, delivery = "open_hours/talk_led_on", OPEN_HOURS, Delivery.AT_ONCE


@register
class NoRoomYet(Notification):
    """To both, who said yes: the mentor has no room at the moment. Carries the other's name and a link."""

    folder, topic, delivery = "open_hours/no_room_yet", OPEN_HOURS, Delivery.AT_ONCE


@register
class TimeKept(Notification):
    """To who is first on a waiting list: a time is kept for them. Carries the mentor's name, until when, a link."""

    folder, topic, delivery = "open_hours/time_kept", OPEN_HOURS, Delivery.AT_ONCE


def talk_booked(booking, to, *, discreet, by, calendar):
    """When it is. The mail, or None where none was written."""
    return TalkBooked.post(
        to=to,
        context=_context(booking, to, discreet=discreet) | {"mine": by.pk == to.pk},
        occasion=f"talk-booked-{booking.pk}-{to.pk}",
        calendar=calendar,
        reply_to=reply_address(""),
    )


def talk_cancelled(booking, to, *, discreet, by, calendar, in_calendar):
    """It is off. `by` is None where neither of the two did it."""
    TalkCancelled.post(
        to=to,
        context=_context(booking, to, discreet=discreet)
        | {"mine": bool(by and by.pk == to.pk), "by_other": bool(by and by.pk != to.pk)}
        | {"link": link("my_talks")},
        occasion=f"talk-cancelled-{booking.pk}-{to.pk}",
        calendar=calendar,
        reply_to=reply_address(""),
        in_calendar=in_calendar,
    )


def talk_soon(booking, *, to):
    """It is tomorrow, or today."""
    _post(TalkSoon, "talk-soon", booking, to)


def talk_over(booking, *, to):
    """Did you talk, and would you like to go on?"""
    _post(TalkOver, "talk-over", booking, to, until=booking.answer_until)


def talk_missed(booking, *, to):
    """The other says that it did not happen."""
    _post(TalkMissed, "talk-missed", booking, to, asked=to.pk == booking.mentee_id)


def mentorship_begun(booking, *, to):
    """Both would like to go on, and so it has begun."""
    context = {"reader": to, "other": booking.partner_of(to), "mentor": to.pk == booking.mentor_id}
    TalkLedOn.post(
        to=to,
        context=context | {"link": link("mentorship_detail", booking.mentorship.code)},
        occasion=f"talk-led-on-{booking.pk}-{to.pk}",
    )


def no_room_yet(booking, *, to):
    """Both would like to go on, and the mentor has no room."""
    context = {"reader": to, "other": booking.partner_of(to), "mentor": to.pk == booking.mentor_id}
    NoRoomYet.post(
        to=to,
        context=context | {"link": link("talk_detail", booking.talk.code)},
        occasion=f"no-room-yet-{booking.pk}-{to.pk}",
    )


def time_kept(talk, *, to, until):
    """A time has become free, and is theirs until then."""
    TimeKept.post(
        to=to,
        context={
            "reader": to,
            "other": talk.mentor,
            "starts": talk.starts_at,
            "until": until,
            "link": link("talk_detail", talk.code),
        },
        occasion=f"time-kept-{talk.pk}-{to.pk}-{until:%Y%m%d%H%M}",
    )


def _post(notification, occasion, booking, to, **context):
    discreet = CalendarSettings.objects.discreet(to)
    notification.post(
        to=to,
        context=_context(booking, to, discreet=discreet) | context,
        occasion=f"{occasion}-{booking.pk}-{to.pk}",
    )


def _context(booking, to, *, discreet):
    """The name of the other is told to those who are not discreet."""
    return {
        "reader": to,
        "name": "" if discreet else booking.partner_of(to).name,
        "starts": booking.talk.starts_at,
        "minutes": booking.talk.minutes,
        "link": link("talk_detail", booking.talk.code),
    }
