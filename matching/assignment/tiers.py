"""The five tiers: which mentors fit a waiting member how well, as sets of the index of the directory."""

from directory.facet_index import union
from matching.models import Tier


class Sets:
    """Sets of mentors by groups of facets, each worked out once for all members of a run."""

    def __init__(self, index):
        self.index = index
        self._known = {}

    def meeting(self, check, among):
        """Those of the set `among` who meet a check."""
        for group in check.groups:
            among &= self._of(group)
        return among

    def _of(self, group):
        if group not in self._known:
            self._known[group] = union(self.index.sets.get(facet, 0) for facet in group)
        return self._known[group]


def understanding(seeker, sets, among):
    """Those with whom there is a common language: nobody else is possible."""
    return among & sets.index.having("language", *seeker.understood)


def tiers_of(seeker, sets, free):
    """{Tier: set}: five sets that share nobody, of those in `free`. Who is in none is not possible."""
    possible = understanding(seeker, sets, free)
    main = sets.meeting(seeker.main, possible)
    missing_none, missing_one, missing_more = main, 0, 0
    for check in seeker.others:
        meets = sets.meeting(check, main)
        missing_more |= missing_one & ~meets
        missing_one = (missing_one & meets) | (missing_none & ~meets)
        missing_none &= meets
    rest = possible & ~main
    near = union(sets.meeting(check, rest) for check in seeker.near)
    return {
        Tier.ALL: missing_none,
        Tier.ALL_BUT_ONE: missing_one,
        Tier.MAIN_ONLY: missing_more,
        Tier.NEAR: near,
        Tier.ONLY_FREE: rest & ~near,
    }


def reasons(seeker, facets):
    """(what fits, what does not) in words, for a mentor with this set of facets ("kind=slug")."""
    checks = [seeker.main, *seeker.others]
    met = [check for check in checks if check.is_met_by(facets)]
    near = [] if seeker.main in met else [check for check in seeker.near if check not in checks]
    fits = [*(check for check in near if check.is_met_by(facets)), *met]
    lacks = [check for check in checks if check not in met]
    return [check.words(met=True) for check in fits], [check.words(met=False) for check in lacks]
