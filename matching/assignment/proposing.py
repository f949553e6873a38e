"""The worker works a proposal out: who waits, the tiers, the assignment, up to three names each, who is left over."""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from directory.facet_index import current_index
from matching.assignment import solver, waiting
from matching.assignment.deciding import again_if_gone
from matching.assignment.tiers import Sets, tiers_of, understanding
from matching.models import LeftOver, LeftOverReason, Proposal, ProposalState, ProposedMentor, Tier
from matching.models.assignment import NAMES_AT_MOST
from mentoring.lib.jobs import run_each
from profiles.models import MentorProfile

CLAIM = timedelta(minutes=15)
MEMBERS_AT_MOST = 5_000
SHOW_PROGRESS_EVERY = 250
AT_ONCE = 1_000
TOO_MANY = "too-many"


class TooMany(Exception):
    """More wait than can be assigned without scipy."""


def compute_proposals(now=None):
    """Work out what was asked for. How many; a second worker at the same moment finds nothing to do."""
    now = now or timezone.now()
    stale = Q(state=ProposalState.COMPUTING, claimed_at__lt=now - CLAIM)
    due = Proposal.objects.filter(Q(state=ProposalState.ASKED) | stale)
    return run_each(due.values_list("pk", flat=True), partial(_compute, now=now))


def _compute(pk, *, now):
    """Claim it, work it out, store it; a failure is said on the page instead of tried for ever."""
    due = Proposal.objects.filter(pk=pk).exclude(state__in=(ProposalState.READY, ProposalState.FAILED))
    due = due.filter(Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM))
    if due.update(state=ProposalState.COMPUTING, claimed_at=now, done=0) != 1:
        return False
    try:
        found, left_over = propose(pk, now=now)
        return again_if_gone(lambda: store(pk, found, left_over, claimed_at=now))
    except TooMany:
        return _fail(pk, TOO_MANY)
    except Exception:
        _fail(pk, "error")
        raise


def _fail(pk, trouble):
    Proposal.objects.filter(pk=pk).update(state=ProposalState.FAILED, trouble=trouble)
    return False


def propose(pk, *, now):
    """({seeker: [(member number of a mentor, Tier)]}, {seeker: LeftOverReason})."""
    index = current_index()
    asking, gone, places = _read(pk, index, now)
    barred = waiting.barred(asking, now)
    found, without = named_mentors(index, asking, places, barred, progress=partial(_show_progress, pk))
    return found, dict.fromkeys(gone, LeftOverReason.AWAY) | without


def named_mentors(index, asking, places, barred, *, progress=lambda done: None):
    """({seeker: [(member number of a mentor, Tier)]}, {seeker: LeftOverReason}) for a set of seekers and of mentors.

    `places`: {slot of a mentor in the index: places}; `barred`: {member number: profiles not for them}. `progress` is
    told how many were compared so far.
    """
    sets, free = Sets(index), index.set_of([index.ids[slot] for slot in places])
    tiers = _compare(asking, sets, free, barred, progress)
    slots, room = list(places), list(places.values())
    levels = solver.levels_of(tiers, slots)
    named = solver.spread(levels, solver.assign(levels, room), room, names=NAMES_AT_MOST, worst=Tier.NEAR)
    members = (
        dict(MentorProfile.objects.filter(pk__in=index.ids).values_list("pk", "member")) if named else {}
    )
    found, left_over = {}, {}
    for seeker, levels_of_seeker, columns in zip(asking, levels, named, strict=True):
        if columns:
            found[seeker] = [(members[index.ids[slots[c]]], Tier(int(levels_of_seeker[c]))) for c in columns]
        else:
            left_over[seeker] = _why_nobody(seeker, sets)
    return found, left_over


def _read(pk, index, now):
    """(seekers to find somebody for, seekers who are away, {slot: places}); the longest waiting, if too many."""
    places = waiting.free_places(index.slots)
    wishes = waiting.waiting(now)
    most, total = min(solver.members_at_once(sum(places.values())), MEMBERS_AT_MOST), wishes.count()
    if total > most and not solver.has_solver():
        raise TooMany
    everybody = waiting.seekers(wishes[:most])
    Proposal.objects.filter(pk=pk).update(total=len(everybody), later=max(total - most, 0))
    gone = [seeker for seeker in everybody if seeker.member.away_at(now)]
    return [seeker for seeker in everybody if seeker not in gone], gone, places


def _compare(asking, sets, free, barred, progress):
    """The tiers of each seeker."""
    tiers = []
    for done, seeker in enumerate(asking):
        if done % SHOW_PROGRESS_EVERY == 0:
            progress(done)
        tiers.append(tiers_of(seeker, sets, free & ~sets.index.set_of(barred[seeker.member.pk])))
    progress(len(asking))
    return tiers


def _show_progress(pk, done):
    Proposal.objects.filter(pk=pk).update(done=done)


def _why_nobody(seeker, sets):
    """Of the whole list, with room or not: it tells of no block and no pair."""
    spoken = understanding(seeker, sets, sets.index.listed)
    if not spoken:
        return LeftOverReason.LANGUAGE
    return LeftOverReason.FULL if sets.meeting(seeker.main, spoken) else LeftOverReason.AREA


@transaction.atomic
def store(pk, found, left_over, *, claimed_at):
    """Keep it, unless it was discarded or taken over meanwhile. True if it was kept."""
    mine = Proposal.objects.filter(pk=pk, state=ProposalState.COMPUTING, claimed_at=claimed_at)
    if mine.update(state=ProposalState.READY, ready_at=timezone.now()) != 1:
        return False
    still = set(waiting.waiting().values_list("pk", flat=True))
    rows = [
        ProposedMentor(proposal_id=pk, wish_id=seeker.wish, mentor_id=member, rank=rank, tier=tier)
        for seeker, names in found.items()
        for rank, (member, tier) in enumerate(names, start=1)
        if seeker.wish in still
    ]
    over = [
        LeftOver(proposal_id=pk, wish_id=seeker.wish, reason=why)
        for seeker, why in left_over.items()
        if seeker.wish in still
    ]
    ProposedMentor.objects.bulk_create(rows, batch_size=AT_ONCE)
    LeftOver.objects.bulk_create(over, batch_size=AT_ONCE)
    return True
