"""Mentors of a programme for its mentees who have none, by the tiers of the assignment. Worked out by the worker.

It knows only those whom coordinators see in any case: whoever did not agree to be seen is neither named nor served.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q

from directory.facet_index import current_index
from matching.assignment import solver, waiting
from matching.assignment.checks import Seeker
from matching.assignment.proposing import named_mentors
from mentoring.lib.jobs import run_each
from mentoring.lib.programme import numbers
from mentorships.models.mentorship import OPEN
from profiles.models import MentorProfile
from programmes import register
from programmes.models import Enrolment, Pairing, Part, Programme, ProposedName, VisibleEnrolment


def compute_proposals(now):
    """Those that were asked for and are not there. How many; a second worker at the same moment does it again."""
    asked = Q(proposal_ready_at=None) | Q(proposal_ready_at__lt=F("proposal_asked_at"))
    due = Programme.objects.published().filter(asked, proposal_asked_at__isnull=False)
    return run_each(due, lambda programme: propose(programme, now))


@transaction.atomic
def propose(programme, now):
    """Up to three names for each, in place of those that were not sent."""
    found = names_for(programme, now)
    programme.proposed.filter(sent_at=None).delete()
    rows = [
        ProposedName(programme=programme, mentee_id=mentee, mentor_id=mentor, rank=rank, tier=tier)
        for mentee, names in found.items()
        for rank, (mentor, tier) in enumerate(names, start=1)
    ]
    ProposedName.objects.bulk_create(rows, ignore_conflicts=True)
    return Programme.objects.filter(pk=programme.pk).update(proposal_ready_at=now) == 1


def names_for(programme, now):
    """{member number of a mentee: [(member number of a mentor, Tier)]}, the best first."""
    index, places = current_index(), _places(programme)
    asking = _seekers(programme, now)[: solver.members_at_once(sum(places.values()))]
    barred = _barred(programme, asking, now)
    slots = {index.slots[pk]: left for pk, left in places.items() if pk in index.slots}
    found, _left_over = named_mentors(index, asking, slots, barred)
    return {seeker.member.pk: names for seeker, names in found.items()}


def _visible(programme, part):
    return VisibleEnrolment.objects.filter(programme=programme, part=part, waits=False).values("member")


def _places(programme):
    """{profile: places left} of the mentors who agreed to be seen and are on the list."""
    rows = Enrolment.objects.enrolled(Part.MENTOR).filter(
        programme=programme, member__in=_visible(programme, Part.MENTOR)
    )
    left = {row.member_id: register.places_left(row) for row in rows}
    listed = MentorProfile.objects.listed().filter(member__in=left)
    return {pk: left[member] for pk, member in listed.values_list("pk", "member") if left[member]}


def _seekers(programme, now):
    """The mentees without a mentor in it who have no fresh names to look at, the longest in it first."""
    fresh = now - timedelta(days=numbers().wish_days)
    paired = Pairing.objects.filter(
        programme=programme, mentorship__mentee=OuterRef("member"), mentorship__status__in=OPEN
    )
    named = ProposedName.objects.filter(programme=programme, mentee=OuterRef("member"), sent_at__gt=fresh)
    rows = Enrolment.objects.enrolled(Part.MENTEE).filter(
        programme=programme,
        member__in=_visible(programme, Part.MENTEE),
        member__is_active=True,
        member__leaving_at=None,
    )
    rows = rows.exclude(Exists(paired)).exclude(Exists(named)).select_related("member")
    return [
        Seeker(wish=row, member=row.member, criteria=None)
        for row in rows.order_by("joined_at", "pk")
        if not row.member.away_at(now)
    ]


def _barred(programme, asking, now):
    """With whom it was suggested in this programme before."""
    members = [seeker.member.pk for seeker in asking]
    known = waiting.barred(asking, now, members=members)
    sent = ProposedName.objects.filter(programme=programme, mentee__in=members).exclude(sent_at=None)
    for mentee, profile in sent.values_list("mentee", "mentor__mentor_profile"):
        known[mentee] = known[mentee] | {profile}
    return known
