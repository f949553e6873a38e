"""Writing notes: for both, or for oneself alone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import MultiLineField, PrivateSingleLineField

LONGEST = 20_000


class SharedNoteForm(forms.Form):
    """A note of both."""

    title = PrivateSingleLineField(label=_("Title"), max_length=200, required=False)
    text = MultiLineField(label=_("Text"), max_length=LONGEST, rows=14)


class OwnNoteForm(forms.Form):
    """A note for oneself."""

    text = MultiLineField(label=_("Your note"), max_length=LONGEST, rows=10)
