"""What the ranking asks about choices: from the index in memory, or from the tables."""

from functools import cached_property

from directory.facet_index import slots_of
from directory.models import Listing, ListingFacet
from profiles.models.mentor import AREAS_AT_MOST


class IndexedFacets:
    """Answers from a FacetIndex."""

    def __init__(self, index):
        self.index = index

    def has_any(self, concept):
        """Whether anybody has this choice."""
        return bool(self.index.having(concept.kind, concept.slug))

    def having(self, kind, slug):
        """The ids of mentors with this choice."""
        return self.index.ids_of(self.index.having(kind, slug))

    def areas(self, slug):
        """(id, position in the mentor's own order) of everyone with this area."""
        ids = self.index.ids
        for position in range(AREAS_AT_MOST):
            for slot in slots_of(self.index.having(f"area{position}", slug)):
                yield ids[slot], position

    def rank_key(self, pk):
        """The sort key of one mentor; empty for one published between reading the list and this search."""
        slot = self.index.slots.get(pk)
        return "" if slot is None else self.index.keys["recommended"][slot]


class StoredFacets:
    """Answers from the tables, a statement each."""

    def _facets(self, kind, slug):
        facets = ListingFacet.objects.filter(listing__listed=True, kind=kind, slug=slug)
        return facets.order_by("position", "listing")

    def has_any(self, concept):
        """Whether anybody has this choice."""
        return self._facets(concept.kind, concept.slug).exists()

    def having(self, kind, slug):
        """The ids of mentors with this choice."""
        return list(self._facets(kind, slug).values_list("listing", flat=True))

    def areas(self, slug):
        """(id, position in the mentor's own order) of everyone with this area."""
        return self._facets("area", slug).values_list("listing", "position")

    def rank_key(self, pk):
        """The sort key of one mentor in the list."""
        return self._rank_keys.get(pk, "")

    @cached_property
    def _rank_keys(self):
        return dict(Listing.objects.filter(listed=True).values_list("pk", "rank_key"))
