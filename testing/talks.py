"""Open hours for tests: times that are offered and booked, through the services; and what their forms send."""

from datetime import timedelta

from django.utils import timezone

from mail.models import OutgoingMail
from mentoring.lib import walltime
from open_hours.models import Booking, Talk
from open_hours.services import booking, offering

ROOM = "https://meet.example/one-talk"
ABOUT = "Our backlog of seed catalogues.\nWhere would you begin?"


def offered(mentor, *, hours=48, number=1, minutes=30, focuses=(), place=ROOM, means="video"):
    """A free time so many hours from now; several, an hour apart, as a list."""
    start = walltime.to_local(timezone.now() + timedelta(hours=hours), mentor.time_zone)
    slots = [(start + timedelta(hours=n), mentor.time_zone, False) for n in range(number)]
    talks = offering.offer_times(
        mentor, slots=slots, means=means, minutes=minutes, focuses=list(focuses), place=place
    )
    return talks if number > 1 else talks[0]


def booked(mentor, mentee, *, about=ABOUT, focus="specific-skill", **offer):
    """A booked one."""
    talk = offered(mentor, **offer)
    return booking.book(talk, by=mentee, focus=focus, about=about)


def over(booked_talk):
    """The same talk, as if it had ended an hour ago."""
    ended = timezone.now() - timedelta(hours=1)
    start = ended - timedelta(minutes=booked_talk.talk.minutes)
    Talk.objects.filter(pk=booked_talk.talk_id).update(starts_at=start, ends_at=ended)
    return Booking.objects.select_related("talk", "mentor", "mentee").get(pk=booked_talk.pk)


def mails(member, kind=""):
    """What was written to a member about open hours, the oldest first."""
    rows = OutgoingMail.objects.filter(to=member, kind__startswith=f"open_hours/{kind}")
    return list(rows.order_by("pk"))


def typed_times(*local_times, **more):
    """What the form of offering sends."""
    slots = {f"slot_{n}": walltime.format_local(at) for n, at in enumerate(local_times)}
    return {"minutes": "30", "means": "video", "place": ROOM, **slots, **more}
