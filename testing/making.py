"""Meetings for tests, made through the services like anybody's."""

from datetime import time, timedelta

from django.utils import timezone

from meetings.models import ItemKind
from meetings.services import items, notes, offering, rhythms
from mentoring.lib import walltime
from mentorships.services import goals


def in_days(days, zone="UTC", hour=15):
    """A wall time (naive) so many days ahead, at a full hour."""
    day = walltime.to_local(timezone.now() + timedelta(days=days), zone)
    return day.replace(hour=hour, minute=0)


def proposed(
    pair, by, *local_times, zone=None, means="video", minutes=60, place="https://rooms.example/amina"
):
    """A meeting with these times on offer (naive), in the zone of whoever offers them."""
    slots = [(local_time, zone or by.time_zone, False) for local_time in local_times]
    return offering.propose_times(pair, by=by, slots=slots, means=means, minutes=minutes, place=place)


def agreed(pair, by, local_time=None, **terms):
    """A meeting that stands in both calendars: proposed by one (see `proposed`), picked by the other."""
    meeting = proposed(pair, by, local_time or in_days(7, by.time_zone), **terms)
    slot = meeting.offers.get().slots.get()
    return offering.pick(meeting, by=pair.partner_of(by), slot=slot.pk)


def moved(meeting, by, local_time):
    """One offers another time for what is agreed, by their own wall; the other picks it."""
    offering.offer(meeting, by=by, slots=[(local_time, by.time_zone, False)])
    slot = meeting.offers.first().slots.get()
    return offering.pick(meeting, by=meeting.mentorship.partner_of(by), slot=slot.pk)


def rhythm_proposed(
    pair,
    by,
    *,
    rule="FREQ=MONTHLY;BYDAY=1TU",
    starts_on=None,
    at=time(16),
    zone=None,
    minutes=60,
    means="phone",
    place="+254 700 000 000",
):
    """A rhythm that waits for an answer: each first Tuesday at four from tomorrow on, unless told otherwise."""
    return rhythms.propose_rhythm(
        pair,
        by=by,
        rule=rule,
        starts_on=starts_on or timezone.now().date() + timedelta(days=1),
        at=at,
        zone=zone or by.time_zone,
        minutes=minutes,
        means=means,
        place=place,
    )


def rhythm(pair, by, **terms):
    """A rhythm that is agreed (see `rhythm_proposed`)."""
    return rhythms.agree(rhythm_proposed(pair, by, **terms), by=pair.partner_of(by))


def put_back(meeting, **ago):
    """As if time had passed: the meeting began so long ago."""
    at = timezone.now() - timedelta(**ago)
    meeting.put_at(walltime.to_local(at, meeting.zone), meeting.zone)
    meeting.save(update_fields=["local_time", "starts_at", "ends_at"])
    return meeting


def write_all(pair, mentor, mentee, marker):
    """A meeting with times on offer, an agenda, an action, notes; a rhythm that is agreed."""
    meeting = proposed(pair, mentee, in_days(5), place=f"https://{marker}.example/room")
    for by, kind in ((mentor, ItemKind.POINT), (mentee, ItemKind.ACTION)):
        items.add_item(meeting, by=by, kind=kind, text=f"{marker} {kind}")
    notes.begin_meeting_note(meeting, by=mentor, title=f"{marker} title", text=f"{marker} on the meeting")
    rhythm(pair, mentor, place=f"{marker} street 4")
    return meeting


def line(meeting, by, text, kind=ItemKind.ACTION):
    """A line of a meeting's page, an action unless told otherwise."""
    return items.add_item(meeting, by=by, kind=kind, text=text)


def goal_of(pair):
    """A goal of the mentee's."""
    return goals.add_goal(pair, by=pair.mentee, title="Teach alone", why="", readings="", due_on=None)
