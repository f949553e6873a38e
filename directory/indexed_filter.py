"""The filters of the list, answered from the index in memory: the same for forty mentors and for 100,000."""

from django.utils.functional import cached_property

from directory.facet_index import current_index
from directory.filters import MentorFilter
from directory.pages import page_of_ids, page_of_set
from directory.search.mentors import IndexedFacets


class IndexedMentorFilter(MentorFilter):
    """What `MentorFilter` says, from sets of a FacetIndex (of the database as it is now)."""

    def __init__(self, data, *, time_zone, leave_out=()):
        super().__init__(data, time_zone=time_zone, leave_out=leave_out)
        self.index = current_index()
        self.visible = self.index.listed & ~self.index.set_of(leave_out)

    @cached_property
    def facet_source(self):
        """What the search asks about choices."""
        return IndexedFacets(self.index)

    @cached_property
    def answering(self):
        """The set of whom this member sees and the search finds."""
        return self.visible & self.index.set_of(self.search.ids) if self.search else self.visible

    def members(self, but=None):
        """The set of those who fit every filter but the one named."""
        members = self.answering
        for name, value in self.chosen.items():
            if name != but:
                members &= self.filters[name].members(self.index, value)
        return members

    def filter_queryset(self, queryset, but=None):
        """The listings of that set, in order."""
        queryset = queryset.filter(pk__in=self.index.ids_of(self.members(but)))
        return self.filters["sort"].filter(queryset, self.cleaned["sort"])

    def counts(self):
        """As in MentorFilter, without a statement."""
        fitting = self.members()
        return {
            name: one.count_members(self.index, self.members(but=name) if name in self.chosen else fitting)
            for name, one in self.facet_filters.items()
        }

    def page(self, number):
        """As in MentorFilter, without a statement."""
        members = self.members()
        if self.is_ranked:
            return page_of_ids(self.index.in_set(self.search.ids, members), number)
        return page_of_set(self.index, members, self.cleaned["sort"], number)

    def commonest(self, kind, count):
        """As in MentorFilter, without a statement."""
        index = self.index
        labels = self.filters[kind].labels()
        return sorted(labels, key=lambda slug: -index.having(kind, slug).bit_count())[:count]
