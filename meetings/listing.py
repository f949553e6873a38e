"""The meetings of a member or of a pair as they are read: coming, waiting, to be told, past."""

from datetime import datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.calendar import build
from meetings.models import (
    AHEAD,
    Attendee,
    Item,
    ItemKind,
    Meeting,
    MeetingRhythm,
    MeetingStatus,
    OfferStatus,
    RhythmStatus,
    Slot,
    TimesOffer,
)
from mentoring.lib.registry.hooks import HeldTime
from mentoring.lib.vault.rows import read_keys
from mentorships.models import Mentorship
from mentorships.models import MentorshipStatus as PairStatus

FEED_BACK = timedelta(days=90)
FEED_MOST = 1000
FEED_READS = ("mentorship", "rhythm", "planned", "starts_at", "ends_at", "status")  # where no place is said
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


def held_times(member, since):
    """The meetings that a member has had since a day, for their own record of hours."""
    start = timezone.make_aware(datetime.combine(since, time.min))
    for meeting in past(of_member(member)).filter(status=MeetingStatus.HELD, starts_at__gte=start):
        words = _("Meeting with %(name)s") % {"name": meeting.mentorship.partner_of(member).name}
        day = timezone.localtime(meeting.starts_at).date()
        yield HeldTime(f"meeting-{meeting.code}", day, meeting.minutes, words)


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


def pairs_of(member):
    """{number: mentorship} of every mentorship of a member, with the two people: for lists of many meetings."""
    return Mentorship.objects.visible_to(member).with_people().in_bulk()


def of_pairs(pairs):
    """All meetings of these mentorships (of `pairs_of`), without words and without the people."""
    return Meeting.objects.filter(mentorship__in=pairs).dates()


def with_other(meetings, pairs, member):
    """[(meeting, the other one of the two)], each meeting with its mentorship: read once, not with every row."""
    rows = []
    for meeting in meetings:
        meeting.mentorship = pairs[meeting.mentorship_id]
        rows.append((meeting, meeting.mentorship.partner_of(member)))
    return rows


def rhythms_of(mentorship):
    """(the rhythm that is agreed, the one that waits for an answer), None for what is not there."""
    rows = mentorship.rhythms.filter(status__in=(RhythmStatus.AGREED, RhythmStatus.PROPOSED))
    by = {rhythm.status: rhythm for rhythm in rows}
    return by.get(RhythmStatus.AGREED), by.get(RhythmStatus.PROPOSED)


def of_feed(member, *, with_places):
    """Yield (meeting, (UID, sequence)) of the last three months and to come, a thousand at the most.

    What stands in a calendar: agreed, held or missed; not what was agreed by a pair that rests or has ended.
    Each pair and rhythm is read once; `with_places` the keys to the places, too.
    """
    pairs = pairs_of(member)
    rhythms = MeetingRhythm.objects.filter(mentorship__in=pairs).in_bulk()
    for rhythm in rhythms.values():
        rhythm.mentorship = pairs[rhythm.mentorship_id]
    if with_places:
        read_keys(list(pairs.values()))
    seats = Attendee.objects.filter(member=member).values_list("meeting", "rhythm", "uid", "sequence")
    seats = {(meeting, rhythm): (uid, sequence) for meeting, rhythm, uid, sequence in seats}
    meetings = Meeting.objects.filter(mentorship__in=pairs, status__in=build.LIVE, logged=False)
    meetings = meetings.filter(starts_at__gte=timezone.now() - FEED_BACK).order_by("starts_at")
    meetings = meetings if with_places else meetings.only(*FEED_READS)
    for meeting in meetings[:FEED_MOST]:
        pair = meeting.mentorship = pairs[meeting.mentorship_id]
        if meeting.rhythm_id:
            meeting.rhythm = rhythms[meeting.rhythm_id]
        seat = seats.get((None if meeting.rhythm_id else meeting.pk, meeting.rhythm_id))
        if seat and (pair.status == PairStatus.ACTIVE or meeting.status != MeetingStatus.AGREED):
            yield meeting, seat


def agenda_items(meeting):
    """What stands on its page: its own points and actions, and the actions that carry over from earlier meetings.

    An action that is still open carries over to the meetings after its own by the clock; one of a meeting that
    never had a time, to those that end after it was written. Only to what was agreed or held.
    """
    shown = Q(meeting=meeting)
    if meeting.status in (MeetingStatus.AGREED, MeetingStatus.HELD):
        untimed = Q(meeting__starts_at=None, written_at__lt=meeting.ends_at)
        before = Q(meeting__starts_at__lt=meeting.starts_at) | untimed
        shown |= before & Q(kind=ItemKind.ACTION, done_at=None)
    items = Item.objects.filter(shown, meeting__mentorship=meeting.mentorship)
    return items.select_related("meeting").defer("meeting__place")


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
