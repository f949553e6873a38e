"""The list of peers as its address asks for it."""

import django_filters
from django import forms
from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from peers.models import PeerProfile
from profiles.vocabulary import words


def offered(kind):
    """The terms of one kind as choices, in the reader's language."""
    return lambda: [(term.slug, term.name) for term in words().offered(kind)]


class FilterForm(forms.Form):
    """Nothing of it has to be chosen, and no label says so."""

    mark_optional = False


class PeerFilter(django_filters.FilterSet):
    """Where somebody works and what they would like to know more about. What is unknown is left out, never an error."""

    library_type = django_filters.ChoiceFilter(
        "member__library_type",
        label=_("Kind of library"),
        empty_label=_("Any"),
        choices=offered("library_type"),
    )
    library_size = django_filters.ChoiceFilter(
        "member__library_size",
        label=_("Size of library"),
        empty_label=_("Any"),
        choices=offered("library_size"),
    )
    career_stage = django_filters.ChoiceFilter(
        "member__career_stage", label=_("Career stage"), empty_label=_("Any"), choices=offered("career_stage")
    )
    area = django_filters.ChoiceFilter(
        label=_("Area of practice"), empty_label=_("Any"), choices=offered("area"), method="interested_in"
    )

    class Meta:
        model = PeerProfile
        fields = []
        form = FilterForm

    def interested_in(self, queryset, name, value):
        """Who would like to know more about an area: looked for in the list as text, which both databases can."""
        listed = Cast("member__seeking_areas", TextField())
        return queryset.annotate(interests=listed).filter(interests__contains=f'"{value}"')

    @property
    def is_used(self):
        """Whether anything known is chosen."""
        return self.is_bound and any(self.form.cleaned_data.values()) if self.is_valid() else False
