"""Others alike, when a mentor has said no or has not answered: with room, and most in common with that one."""

from directory.cards import cards
from directory.facet_index import current_index, union
from directory.suggestions import SUGGESTED, most_alike, own_place


def similar_mentors(member, mentor, *, leave_out, kept):
    """Up to three cards for a member, of mentors like this one (a profile), the most alike first.

    `leave_out` are ids of profiles not to show; `kept` ids of members on the shortlist, for `cards`.
    """
    index = current_index()
    not_those = index.set_of({*leave_out, mentor.pk})
    free = index.listed & index.having("accepting", "true") & ~not_those & ~own_place(member, index)
    wanted = _facets(mentor)
    near = free & union(index.sets.get(facet, 0) for facet in wanted)
    ids = [index.ids[slot] for slot in most_alike(index, near, wanted, SUGGESTED)]
    shown = cards(ids, kept=kept)
    return [shown[pk] for pk in ids if pk in shown]


def _facets(mentor):
    """What makes them alike: areas, what they help with, the kind of library."""
    facets = {f"area={slug}" for slug in mentor.areas}
    facets |= {f"helps_with={slug}" for slug in mentor.helps_with}
    kind = mentor.member.library_type
    return facets | ({f"library_type={kind}"} if kind else set())
