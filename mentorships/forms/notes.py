"""Writing notes: for both, or for oneself alone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import PrivateLine, Prose

LONGEST = 20_000


class NoteForm(forms.Form):
    """A note of both."""

    title = PrivateLine(label=_("Title"), max_length=200, required=False)
    text = Prose(label=_("Words"), max_length=LONGEST, rows=14)


class OwnNoteForm(forms.Form):
    """A note for oneself."""

    text = Prose(label=_("My note"), max_length=LONGEST, rows=10)
