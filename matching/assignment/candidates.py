"""The mentors with room for one waiting member, in five tiers with reasons: as coordinators see them.

Of what only the two, or the worker, may know nothing counts here: a block and a pair do not show in it. What the
member must not see is left out when the names reach them (`offers.thought_of`).
"""

from dataclasses import dataclass

from django.utils import timezone

from directory.facet_index import current_index
from directory.models import Listing
from directory.pages import Page, page_of_set
from directory.suggestions import own_place
from matching.assignment import waiting
from matching.assignment.checks import Seeker
from matching.assignment.tiers import Sets, reasons, tiers_of
from matching.models import Criteria, Tier
from profiles.models import MentorProfile

SHOWN = ("mentor_id", "mentor__member_id", "name", "job_title", "place", "facets")


@dataclass
class Candidates:
    """One page of one tier. `counts`: [(Tier, how many mentors)]; `mentors`: cards with `fits` and `lacks`."""

    tier: Tier
    counts: list
    page: Page
    mentors: list


def candidates(wish, *, tier="", page=1, name=""):
    """For one wish: a page of the tier asked for, else of the best that has somebody. `name` narrows all tiers."""
    index, seeker = current_index(), seeker_of(wish)
    sets = _tiers(index, seeker, name)
    counts = [(one, sets[one].bit_count()) for one in Tier]
    shown = _shown(counts, tier)
    found = page_of_set(index, sets[shown], "recommended", page)
    return Candidates(shown, counts, found, mentors_with_reasons(seeker, found.ids))


def seeker_of(wish):
    """What matters to the member of a wish."""
    return Seeker(wish=wish, member=wish.member, criteria=Criteria.objects.filter(wish=wish).first())


def tier_of_each(wish, profiles):
    """{profile number: Tier} of these, as far as they are possible; for names that are put in by hand."""
    index = current_index()
    sets = _tiers(index, seeker_of(wish), "")
    places = {pk: index.set_of([pk]) for pk in profiles}
    return {pk: tier for pk, place in places.items() for tier in Tier if place & sets[tier]}


def mentors_with_reasons(seeker, profiles):
    """Cards of these mentors in this order, as far as they are listed, each with its reasons in words."""
    shown = listings(profiles)
    return [shown[pk] | _why(seeker, shown[pk]) for pk in profiles if pk in shown]


def listings(profiles):
    """{profile number: what its listing says, as far as coordinators need it} of those who are listed."""
    rows = Listing.objects.filter(mentor__in=profiles, listed=True)
    return {listing["mentor_id"]: listing for listing in rows.values(*SHOWN)}


def _tiers(index, seeker, name):
    free = index.listed & index.having("accepting", "true") & ~own_place(seeker.member, index)
    free &= ~index.set_of(waiting.barred_openly([seeker], timezone.now())[seeker.member.pk])
    if name:
        named = MentorProfile.objects.listed().filter(member__name__icontains=name)
        free &= index.set_of(named.values_list("pk", flat=True))
    return tiers_of(seeker, Sets(index), free)


def _shown(counts, tier):
    known = {str(one.value): one for one in Tier}
    return known.get(tier) or next((one for one, count in counts if count), Tier.ALL)


def _why(seeker, card):
    fits, lacks = reasons(seeker, frozenset(card["facets"].split()))
    return {"fits": fits, "lacks": lacks}
