"""The list of free times as its address asks for it. Nothing in an address is an error."""

import django_filters
from django.utils.translation import gettext_lazy as _

from directory.models import ListingFacet
from meetings.forms.fields import offered_means
from open_hours.models import Talk
from profiles.vocabulary import words


def _choices(kind):
    return lambda: words().choices(kind)


class TalkFilter(django_filters.FilterSet):
    """By subject, language and means."""

    subject = django_filters.ChoiceFilter(
        label=_("What it’s about"),
        choices=_choices("helps_with"),
        method="of_subject",
        empty_label=_("Any subject"),
    )
    language = django_filters.ChoiceFilter(
        label=_("Language"), choices=_choices("language"), method="of_language", empty_label=_("Any language")
    )
    means = django_filters.ChoiceFilter(
        label=_("How you talk"), choices=offered_means, empty_label=_("Any way")
    )

    class Meta:
        model = Talk
        fields = []

    def of_subject(self, rows, _name, slug):
        """Good for this subject, or for any."""
        return rows.good_for(slug)

    def of_language(self, rows, _name, slug):
        """Of mentors who speak it."""
        speakers = ListingFacet.objects.filter(kind="language", slug=slug)
        return rows.filter(mentor__in=speakers.values("listing__mentor__member"))

    @property
    def is_asked(self):
        """Whether anything is left out."""
        return any(self.form.cleaned_data.values()) if self.is_valid() else False
