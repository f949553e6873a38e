"""What one filter of the list means: in a query, and as a set of the index in memory."""

from collections import Counter, defaultdict
from copy import copy

import django_filters
from django.db import connection
from django.db.models import Count, Exists, F, OuterRef
from django.db.models.functions import Collate
from django.utils.translation import gettext_lazy as _

from directory.form_fields import KnownSlugsField, QueryField, SortField, SwitchField
from directory.models import ListingFacet
from directory.time_zones import overlapping_zones

SORTS = {"recommended": _("Recommended"), "name": _("Name"), "newest": _("Newest")}


class FacetFilter(django_filters.MultipleChoiceFilter):
    """Mentors with one of the chosen slugs of a facet, or with its wildcard."""

    field_class = KnownSlugsField

    def __init__(self, facet, **kwargs):
        kwargs.setdefault("labels", facet.labels)
        kwargs.setdefault("label", facet.label)
        super().__init__(field_name=facet.kind, **kwargs)
        self.facet = facet

    def __deepcopy__(self, memo):
        return copy(self)  # for each request; what it holds never changes

    def labels(self):
        """{slug: label} of every choice."""
        return self.extra["labels"]()

    def slugs(self, chosen):
        """The slugs of the facet that fit a choice."""
        return [*chosen, self.facet.wildcard] if self.facet.wildcard else chosen

    def filter(self, qs, value):
        """The listings that fit one of the chosen slugs; all of them where none is chosen."""
        return qs.filter(has_facet(self.facet.kind, self.slugs(value))) if value else qs

    def members(self, index, value):
        """The same as a set of the index."""
        return index.having(self.facet.kind, *self.slugs(value))

    def count_members(self, index, members):
        """{slug: how many of a set of the index fit it}."""
        kind, sets, wildcard = self.facet.kind, index.sets, self.facet.wildcard
        flexible = index.having(kind, wildcard) if wildcard else 0
        return {
            slug: (members & (sets.get(f"{kind}={slug}", 0) | flexible)).bit_count() for slug in self.labels()
        }

    def count(self, listings, counted):
        """{slug: how many of these listings fit it}, from `facet_counts` of the same listings."""
        counts, wildcard = counted[self.facet.kind], self.facet.wildcard
        if not wildcard:
            return counts
        both = facet_counts(listings.filter(has_facet(self.facet.kind, [wildcard])), self.facet.kind)
        flexible = counts[wildcard]
        return {slug: counts[slug] + flexible - both[self.facet.kind][slug] for slug in self.labels()}


class SwitchFilter(FacetFilter):
    """One box: mentors who have the facet."""

    def __init__(self, facet, **kwargs):
        super().__init__(facet, **kwargs)
        self.field_class = SwitchField
        del self.extra["labels"]

    def labels(self):
        """One choice, called like the filter."""
        return {"true": self.label}


class OverlapFilter(SwitchFilter):
    """Mentors whose working day shares some hours with that of `MentorFilter.time_zone`."""

    def slugs(self, chosen):
        """The time zones near enough."""
        return overlapping_zones(self.parent.time_zone)

    def count_members(self, index, members):
        """How many of a set are in one of these zones."""
        return {"true": (members & self.members(index, ["true"])).bit_count()}

    def count(self, listings, counted):
        """As many as are in one of these zones: everybody is in one."""
        zones = counted[self.facet.kind]
        return Counter({"true": sum(zones[zone] for zone in self.slugs(["true"]))})


class SearchFilter(django_filters.CharFilter):
    """Mentors who answer a line of words."""

    field_class = QueryField

    def filter(self, qs, value):
        """Those the search finds; in what order is said by the sort."""
        return qs.filter(pk__in=self.parent.search.ids) if value else qs


class SortFilter(django_filters.ChoiceFilter):
    """The order of the list. Equals stand in the order of their numbers."""

    field_class = SortField

    def filter(self, qs, value):
        """The listings in that order."""
        # By code point, as Python compares, whatever the collation of the database.
        code_point = "C" if connection.vendor == "postgresql" else "BINARY"
        orders = {
            "recommended": Collate("rank_key", code_point),
            "name": Collate("sort_name", code_point),
            "newest": F("published_at").desc(nulls_last=True),
        }
        return qs.order_by(orders[value], "pk")


def has_facet(kind, slugs):
    """A condition on listings: one of these slugs."""
    facets = ListingFacet.objects.filter(listing=OuterRef("pk"), kind=kind, slug__in=list(slugs))
    return Exists(facets)


def facet_counts(listings, *kinds):
    """{kind: Counter of slugs} of these listings, in one statement; of all kinds, unless some are named."""
    facets = ListingFacet.objects.filter(listing__in=listings.order_by().values("pk"))
    if kinds:
        facets = facets.filter(kind__in=kinds)
    counts = defaultdict(Counter)
    for kind, slug, count in facets.values_list("kind", "slug").annotate(n=Count("pk")).order_by():
        counts[kind][slug] = count
    return counts
