"""The list of mentors as its address asks for it.

`MentorFilter` says it in plain queries: it is the specification, and fast enough for some thousands
of mentors. `IndexedMentorFilter` gives the same answers from memory, for any number (`indexed_filter`).
"""

from copy import deepcopy
from functools import cache

import django_filters
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from directory.facet_filters import (
    SORTS,
    FacetFilter,
    OverlapFilter,
    SearchFilter,
    SortFilter,
    SwitchFilter,
    facet_counts,
)
from directory.facets import BY_KIND, FILTERED
from directory.models import Listing
from directory.pages import page_of_ids, page_of_queryset
from directory.search.mentors import StoredFacets, search_mentors

__all__ = ["SORTS", "MentorFilter"]


class MentorFilter(django_filters.FilterSet):
    """The list of mentors as one member asks for it.

    `data` is the query of the address. `time_zone` is the member's, for the overlap; `leave_out` are
    ids of mentor profiles that this member does not see. `qs` are the listings that fit, in order.
    """

    q = SearchFilter()
    overlap = OverlapFilter(BY_KIND["zone"], label=_("At work when I am"))
    sort = SortFilter(choices=list(SORTS.items()))

    class Meta:
        model = Listing
        fields = []

    def __init__(self, data, *, time_zone, leave_out=()):
        super().__init__(data, Listing.objects.filter(listed=True).exclude(pk__in=leave_out))
        self.time_zone = time_zone

    @classmethod
    def get_filters(cls):
        """Those above, and one for each facet that has a label."""
        named = super().get_filters()
        facets = {f.kind: (SwitchFilter if f.is_switch else FacetFilter)(f) for f in FILTERED}
        return {"q": named["q"], **facets, "overlap": named["overlap"], "sort": named["sort"]}

    def get_form_class(self):
        """The same form for each request: no field of it depends on one."""
        return _form_class(type(self))

    @cached_property
    def cleaned(self):
        """What is asked, by filter. Nothing in an address is an error."""
        return self.form.cleaned_data if self.is_valid() else {"q": "", "sort": "recommended"}

    @cached_property
    def facet_filters(self):
        """{name: filter} of those with choices to tick."""
        return {name: one for name, one in self.filters.items() if isinstance(one, FacetFilter)}

    @cached_property
    def chosen(self):
        """{filter: [slug]} of the filters in use."""
        return {name: self.cleaned[name] for name in self.facet_filters if self.cleaned.get(name)}

    @cached_property
    def search(self):
        """The SearchResult of the words typed; None where there are none."""
        return search_mentors(self.cleaned["q"], self.facet_source) if self.cleaned["q"] else None

    @cached_property
    def facet_source(self):
        """What the search asks about choices."""
        return StoredFacets()

    def filter_queryset(self, queryset, but=None):
        """The listings that fit every filter but the one named."""
        for name, value in self.cleaned.items():
            if name != but:
                queryset = self.filters[name].filter(queryset, value)
        return queryset

    def counts(self):
        """{filter: {slug: how many would be left with this choice instead of those made there}}.

        One statement, one more for each filter in use, and one for each wildcard.
        """
        counts, counted = {}, facet_counts(self.qs)
        for name, one in self.facet_filters.items():
            if name in self.chosen:
                others = self.filter_queryset(self.queryset, but=name)
                counts[name] = one.count(others, facet_counts(others, one.facet.kind))
            else:
                counts[name] = one.count(self.qs, counted)
        return counts

    def page(self, number):
        """The `Page` nearest to this number."""
        if self.is_ranked:
            fitting = set(self.qs.values_list("pk", flat=True))
            return page_of_ids([pk for pk in self.search.ids if pk in fitting], number)
        return page_of_queryset(self.qs, number)

    @property
    def is_ranked(self):
        """Whether the search says who comes first."""
        return bool(self.search) and self.cleaned["sort"] == "recommended"

    def commonest(self, kind, count):
        """The slugs of a facet that most mentors in the list have."""
        counts = facet_counts(Listing.objects.filter(listed=True), kind)[kind]
        return sorted(BY_KIND[kind].labels(), key=lambda slug: -counts[slug])[:count]

    def query(self, but=(), **changes):
        """The query of the address without what is unknown: a QueryDict. `but` is one (filter, slug) to drop."""
        query = QueryDict(mutable=True)
        asked = {"q": [self.cleaned["q"]], **self.chosen, "sort": [self.cleaned["sort"]], **changes}
        for name, values in asked.items():
            kept = [v for v in values if v and (name, v) not in {but, ("sort", "recommended")}]
            if kept:
                query.setlist(name, kept)
        return query


@cache
def _form_class(filterset):
    fields = {name: one.field for name, one in deepcopy(filterset.base_filters).items()}
    return type(f"{filterset.__name__}Form", (filterset._meta.form,), fields)
