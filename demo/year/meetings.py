"""How the pairs of the year meet: times on offer, talks told afterwards, a few regular meetings."""

from datetime import time, timedelta

from demo.year import letters, texts
from demo.year.programme import active_pair
from meetings.models import Meeting, MeetingStatus
from meetings.recurrence import rule_of
from meetings.services import keeping, offering, rhythms
from mentoring.lib import walltime

MINUTES = (30, 45, 60)
MEANS = ("video", "video", "phone", "in-person")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def log(programme, pair):
    """A talk held outside, the day before, in the working hours of one of the two."""
    by = programme.one((pair.mentor, pair.mentee))
    local = walltime.to_local(programme.clock.now - timedelta(days=1), by.time_zone)
    local = local.replace(hour=programme.chance.randint(9, 17), minute=programme.one((0, 30)))
    at = max(walltime.instant_of_calendar(local, by.time_zone), pair.began_at)
    keeping.log(pair, by=by, at=at, minutes=programme.one(MINUTES), means=programme.one(MEANS))


def talk(programme, pk, left):
    """A talk that was held, told afterwards; a letter now and then; and the next one."""
    pair = active_pair(pk)
    if pair is None:
        return
    log(programme, pair)
    go_on(programme, pair, left)


def go_on(programme, pair, left):
    """After a talk: perhaps a letter, and the next talk if there is to be one."""
    if programme.happens(0.3):
        author = programme.one((pair.mentor, pair.mentee))
        programme.later(letters.write_letter, pair.pk, author.pk, days=programme.chance.uniform(0.5, 5))
    if left > 1:
        programme.later(talk, pair.pk, left - 1, days=programme.chance.gauss(32, 10))


def offer_times(programme, pk, left):
    """Two times, in a week; the other picks one the day after."""
    pair = active_pair(pk)
    if pair is None:
        return
    zone = pair.mentor.time_zone
    local = walltime.to_local(programme.clock.now + timedelta(days=programme.chance.randint(5, 9)), zone)
    first = local.replace(hour=programme.chance.randint(9, 16), minute=0, second=0, microsecond=0)
    slots = [(first, zone, False), (first + timedelta(days=1), zone, False)]
    place, minutes = programme.one(texts.PLACES), programme.one(MINUTES)
    meeting = offering.propose_times(
        pair, by=pair.mentor, slots=slots, means="video", minutes=minutes, place=place
    )
    programme.later(pick_time, meeting.pk, left, days=1)


def pick_time(programme, pk, left):
    """The mentee picks the first time; after it one of the two says that it was held."""
    meeting = _meeting(pk, MeetingStatus.PROPOSED)
    if meeting is None or active_pair(meeting.mentorship_id) is None:
        return
    slot = meeting.offers.get().slots.earliest("starts_at")
    offering.pick(meeting, by=meeting.mentorship.mentee, slot=slot.pk)
    programme.at(slot.starts_at + timedelta(hours=3), tell, pk, left)


def _meeting(pk, status):
    rows = Meeting.objects.select_related("mentorship__mentor", "mentorship__mentee")
    return rows.filter(pk=pk, status=status).first()


def tell(programme, pk, left):
    """It was held, or it did not happen."""
    meeting = _meeting(pk, MeetingStatus.AGREED)
    if meeting is None or active_pair(meeting.mentorship_id) is None:
        return
    keeping.tell(meeting, by=meeting.mentorship.mentee, held=programme.happens(0.92))
    go_on(programme, meeting.mentorship, left)


def regular(programme, pk):
    """Every four weeks, on a day that both like."""
    pair = active_pair(pk)
    if pair is None:
        return
    day = (programme.clock.now + timedelta(days=6)).date()
    rhythm = rhythms.propose_rhythm(
        pair,
        by=pair.mentee,
        rule=rule_of("4-weeks", DAYS[day.weekday()]),
        starts_on=day,
        at=time(programme.chance.randint(9, 16)),
        zone=pair.mentee.time_zone,
        minutes=45,
        means="video",
        place=programme.one(texts.PLACES),
    )
    rhythms.agree(rhythm, by=pair.mentor)
    programme.later(tell_regular, rhythm.pk, pk, days=8)


def tell_regular(programme, rhythm, pk):
    """The regular meetings that are over were held; most of them."""
    pair = active_pair(pk)
    if pair is None:
        return
    over = Meeting.objects.filter(
        rhythm=rhythm, status=MeetingStatus.AGREED, ends_at__lt=programme.clock.now
    ).order_by("pk")
    for meeting in over:
        meeting.mentorship = pair
        keeping.tell(meeting, by=pair.mentor, held=programme.happens(0.85))
    programme.later(tell_regular, rhythm, pk, days=28)
