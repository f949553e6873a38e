"""What a member said that matters, as checks on a mentor's facets, each with words for yes and for no."""

from functools import cached_property, lru_cache
from typing import NamedTuple

from django.utils.translation import gettext as _

from directory.facets import BY_KIND
from directory.time_zones import overlapping_zones
from matching.models import Work
from profiles.vocabulary import words

WITHOUT_A_LANGUAGE = ("en",)  # as in the suggestions of the list of mentors


class Check(NamedTuple):
    """Met by a mentor who has, of each group in `groups`, one of its facets ("kind=slug")."""

    groups: tuple[frozenset[str], ...]
    yes: str
    no: str

    def is_met_by(self, facets):
        """Whether a mentor with this set of facets meets it."""
        return all(group & facets for group in self.groups)


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
        return [*named, *member_languages(self.member)]

    @cached_property
    def main(self):
        """The check of the main wish; met by everybody if nothing was said."""
        if not self.focus:
            return Check((), _("open about what it’s about"), "")
        named = ", ".join(_name("helps_with", slug).lower() for slug in self.focus)
        said = {"what": named}
        return Check(
            (_facets("helps_with", self.focus),), _("helps with %(what)s") % said, _("helps with something else")
        )

    @cached_property
    def near(self):
        """Checks of which one is enough to be near: something else they seek, or the kind of work they want."""
        others = [slug for slug in self.member.seeking if slug not in self.focus]
        if others:
            named = ", ".join(_name("helps_with", slug).lower() for slug in others)
            found = _("helps with something else they’re looking for: %(what)s") % {"what": named}
            return [Check((_facets("helps_with", others),), found, ""), *self._work]
        return self._work

    @cached_property
    def others(self):
        """The checks beside the main wish, as far as they matter to this member."""
        given = self.criteria
        return [*self._work, *self._language, *self._times, *self._means] if given else []

    @property
    def _work(self):
        own, work = self.member.library_type, self.criteria.work if self.criteria else ""
        if not own or not work:
            return []
        if work == Work.SAME:
            group, yes, no = [own], _("works in the same kind of library"), _("works in another kind of library")
        else:
            group = [slug for slug in words().by_kind["library_type"] if slug != own]
            yes, no = _("works somewhere quite different"), _("works in the same kind of library")
        return [Check((_facets("library_type", group),), yes, no)]

    @property
    def _language(self):
        slug = self.criteria.language
        if not slug:
            return []
        said = {"language": _name("language", slug)}
        yes, no = _("speaks %(language)s") % said, _("does not speak %(language)s") % said
        return [Check((_facets("language", [slug]),), yes, no)]

    @property
    def _times(self):
        if not self.criteria.windows:
            return []
        suit = _facets("window", [*self.criteria.windows, BY_KIND["window"].wildcard])
        groups = (suit, _zones(overlapping_zones(self.member.time_zone)))
        return [Check(groups, _("has time when they do"), _("the times do not overlap"))]

    @property
    def _means(self):
        if not self.criteria.formats:
            return []
        group = _facets("format", self.criteria.formats)
        return [Check((group,), _("a way to talk that suits both"), _("no way to talk in common"))]


def member_languages(member):
    """Those of the profile, or the one that is taken for granted."""
    return member.languages or WITHOUT_A_LANGUAGE


def _facets(kind, slugs):
    return frozenset(f"{kind}={slug}" for slug in slugs)


def _name(kind, slug):
    return words().name(kind, slug)


@lru_cache(maxsize=512)
def _zones(names):
    return _facets("zone", names)
