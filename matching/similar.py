"""Others alike, when a mentor has said no or has not answered: with room, and most in common with that one."""

from matching.bookmarks import marks_of
from matching.cards import cards
from matching.suggestions import SUGGESTED, itself, most_alike
from profiles.directory.choices import either
from profiles.directory.shelf import shelf as current_shelf


def alike(member, mentor):
    """Up to three cards for a member, of mentors like this one (a profile), the most alike first."""
    shelf, marks = current_shelf(), marks_of(member)
    not_those = shelf.set_of({*marks.hidden_ids, *marks.apart_ids, mentor.pk} - {None})
    free = shelf.listed & shelf.sets.get("accepting=true", 0) & ~not_those & ~itself(member, shelf)
    wanted = _facets(mentor)
    near = free & either(shelf.sets.get(facet, 0) for facet in wanted)
    ids = [shelf.ids[slot] for slot in most_alike(shelf, near, wanted, SUGGESTED)]
    shown = cards(ids, kept=marks.kept)
    return [shown[pk] for pk in ids if pk in shown]


def _facets(mentor):
    """What makes them alike: areas, what they help with, the kind of library."""
    facets = {f"area={slug}" for slug in mentor.areas}
    facets |= {f"helps_with={slug}" for slug in mentor.helps_with}
    kind = mentor.member.library_type
    return facets | ({f"library_type={kind}"} if kind else set())
