"""What a member said that matters, as checks on a mentor's facets, each with words for yes and for no."""

from functools import cached_property, lru_cache
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from directory.facets import BY_KIND
from directory.time_zones import overlapping_zones
from matching.models import Work
from profiles.vocabulary import words

WITHOUT_A_LANGUAGE = ("en",)  # as in the suggestions of the list of mentors
# What is said of a check that is met, and of one that is not. Put together when a page needs it.
WORDS = {
    "open": (_("open about what it’s about"), ""),
    "main": (_("helps with %(what)s"), _("helps with something else")),
    "near": (_("helps with something else they’re looking for: %(what)s"), ""),
    Work.SAME: (_("works in the same kind of library"), _("works in another kind of library")),
    Work.DIFFERENT: (_("works somewhere quite different"), _("does not work somewhere quite different")),
    "language": (_("speaks %(what)s"), _("does not speak %(what)s")),
    "times": (_("has time when they do"), _("the times do not overlap")),
    "means": (_("a way to talk that suits both"), _("no way to talk in common")),
}


class Check(NamedTuple):
    """Met by a mentor who has, of each group in `groups`, one of its facets ("kind=slug")."""

    what: str
    groups: tuple[frozenset[str], ...] = ()
    kind: str = ""
    slugs: tuple[str, ...] = ()

    def is_met_by(self, facets):
        """Whether a mentor with this set of facets meets it."""
        return all(group & facets for group in self.groups)

    def words(self, *, met):
        """In words, in the language of the page."""
        named = ", ".join(_in_a_sentence(self.kind, slug) for slug in self.slugs)
        return WORDS[self.what][0 if met else 1] % {"what": named}


class Seeker:
    """A waiting member and what matters to them, read once. `wish` is the number of the wish."""

    def __init__(self, *, wish, member, criteria):
        self.wish, self.member, self.criteria = wish.pk, member, criteria
        self.focus = [wish.focus] if wish.focus else list(member.seeking)

    @property
    def avoids_employer(self):
        """Whether nobody of the same employer may be proposed: no line manager."""
        return bool(self.criteria and self.criteria.other_employer)

    @cached_property
    def understood(self):
        """The languages in which the two could talk at all."""
        named = [self.criteria.language] if self.criteria and self.criteria.language else []
        return [*named, *(self.member.languages or WITHOUT_A_LANGUAGE)]

    @cached_property
    def main(self):
        """The check of the main wish; met by everybody if nothing was said."""
        return _one_of("main", "helps_with", self.focus) if self.focus else Check("open")

    @cached_property
    def near(self):
        """Checks of which one is enough to be near: something else they seek, or the kind of work they want."""
        others = [slug for slug in self.member.seeking if slug not in self.focus]
        return [*([_one_of("near", "helps_with", others)] if others else []), *self._work]

    @cached_property
    def others(self):
        """The checks beside the main wish, as far as they matter to this member."""
        given = self.criteria
        if not given:
            return []
        language = [_one_of("language", "language", [given.language])] if given.language else []
        means = [_one_of("means", "format", given.formats)] if given.formats else []
        return [*self._work, *language, *self._times, *means]

    @cached_property
    def _work(self):
        own, work = self.member.library_type, self.criteria.work if self.criteria else ""
        if not own or not work:
            return []
        others = (slug for slug in words().by_kind["library_type"] if slug != own)
        group = _facets("library_type", (own,) if work == Work.SAME else tuple(others))
        return [Check(work, (group,))]

    @property
    def _times(self):
        """Whoever is flexible, on either side, is left with the working days of the two zones."""
        windows, flexible = self.criteria.windows, BY_KIND["window"].wildcard
        if not windows:
            return []
        suit = () if flexible in windows else (_facets("window", (*windows, flexible)),)
        return [Check("times", (*suit, _zones(overlapping_zones(self.member.time_zone))))]


def _one_of(what, kind, slugs):
    return Check(what, (_facets(kind, tuple(slugs)),), kind, tuple(slugs))


@lru_cache(maxsize=4096)
def _facets(kind, slugs):
    return frozenset(f"{kind}={slug}" for slug in slugs)


@lru_cache(maxsize=512)
def _zones(names):
    return frozenset(f"zone={name}" for name in names)


def _in_a_sentence(kind, slug):
    name = words().name(kind, slug)
    return name if kind == "language" else name.lower()
