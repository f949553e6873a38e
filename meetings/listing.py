"""The meetings of a member or of a pair as they are read: coming, waiting, to be told, past."""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from meetings.models import (
    AHEAD,
    Meeting,
    MeetingStatus,
    OfferStatus,
    RhythmStatus,
    Slot,
    TimesOffer,
)
from mentorships.models import MentorshipStatus as PairStatus

PAST = (MeetingStatus.HELD, MeetingStatus.MISSED)


def ahead(meetings):
    """Agreed and to come, the next one first."""
    return meetings.agreed().ahead().order_by("starts_at", "pk")


def not_resting(meetings):
    """Without what is ahead of pairs that rest or have ended: it is off, if the worker has said so yet or not."""
    ahead_still = Q(status__in=AHEAD) & (Q(ends_at=None) | Q(ends_at__gt=timezone.now()))
    return meetings.exclude(~Q(mentorship__status=PairStatus.ACTIVE) & ahead_still)


def untold(meetings):
    """Agreed, over, and nobody has said what became of it. The newest first."""
    rows = meetings.filter(status=MeetingStatus.AGREED, ends_at__lte=timezone.now())
    return rows.order_by("-starts_at", "-pk")


def past(meetings):
    """Held, or not. The newest first."""
    return meetings.filter(status__in=PAST).order_by("-starts_at", "-pk")


def waiting_offers(meetings):
    """Offers that wait for an answer, of new meetings and of agreed ones; `named` if they name times."""
    rows = meetings.filter(status__in=AHEAD).order_by().values("pk")
    offers = TimesOffer.objects.filter(status=OfferStatus.OPEN, meeting__in=rows)
    named = Exists(Slot.objects.filter(offer=OuterRef("pk")))
    return offers.annotate(named=named).select_related("meeting").defer("meeting__place")


def of_pair(mentorship):
    """All meetings of a pair, without their words, each knowing its pair."""
    return Meeting.objects.filter(mentorship=mentorship).dates()


def of_member(member):
    """All meetings of a member with the two people, without words."""
    rows = Meeting.objects.of_member(member).dates()
    return rows.select_related("mentorship__mentor", "mentorship__mentee")


def rhythms_of(mentorship):
    """(the rhythm that is agreed, the one that waits for an answer), None for what is not there."""
    rows = mentorship.rhythms.filter(status__in=(RhythmStatus.AGREED, RhythmStatus.PROPOSED))
    by = {row.status: row for row in rows}
    return by.get(RhythmStatus.AGREED), by.get(RhythmStatus.PROPOSED)


def clashes(member, spans, *, but=None):
    """For each (start, end): a meeting of the member's own that it would run into, or None. One statement."""
    spans = list(spans)
    if not spans:
        return []
    rows = of_member(member).agreed().exclude(pk=but.pk if but else None)
    touching = Q()
    for start, end in spans:
        touching |= Q(starts_at__lt=end, ends_at__gt=start)
    found = list(rows.filter(touching))
    return [_first(found, start, end) for start, end in spans]


def _first(meetings, start, end):
    return next((m for m in meetings if m.starts_at < end and m.ends_at > start), None)
