"""Fields that more than one form of meetings has."""

import re
from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from meetings.models import LENGTHS, MEANS
from mentoring.lib import walltime
from mentoring.lib.text import PrivateSingleLineField
from profiles.vocabulary import words

# A day and a time of this century and nothing else: no zone, no day alone, which would be midnight.
TYPED = re.compile(r"(20\d\d-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?", re.ASCII)
LINK = re.compile(r"https?://\w", re.IGNORECASE)


class LocalTimeField(forms.Field):
    """What a clock on the wall shows: a naive datetime to the minute, or None. No zone is assumed."""

    widget = forms.DateTimeInput(format=walltime.FORMAT, attrs={"type": "datetime-local", "class": "short"})
    default_error_messages = {"invalid": _("Enter a date and a time, like 2027-03-28 15:00.")}

    def to_python(self, value):
        """From what browsers send, with or without seconds; a space in place of the T is fine."""
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value
        try:
            return walltime.parse_local("T".join(TYPED.fullmatch(str(value).strip()).groups()))
        except (AttributeError, ValueError):
            raise forms.ValidationError(self.error_messages["invalid"]) from None

    def prepare_value(self, value):
        """For the browser."""
        return walltime.format_local(value) if isinstance(value, datetime) else value


class MeansField(forms.ChoiceField):
    """By what means: five of the vocabulary's ways to talk."""

    def __init__(self, **kwargs):
        super().__init__(**{"label": _("How will you meet?"), "choices": offered_means, **kwargs})


def offered_means():
    """(slug, label) in the language of the page."""
    return [(slug, words().name("format", slug)) for slug in MEANS]


def lengths():
    """(minutes, words)."""
    minutes = ngettext_lazy("%(n)d minute", "%(n)d minutes", "n")
    return [(n, minutes % {"n": n}) for n in LENGTHS]


class MinutesField(forms.TypedChoiceField):
    """How long."""

    def __init__(self, **kwargs):
        super().__init__(label=_("How long?"), choices=lengths, coerce=int, initial=60, **kwargs)


class PlaceField(PrivateSingleLineField):
    """A place, a number or a link, whichever the means wants."""

    def __init__(self, **kwargs):
        super().__init__(
            label=_("Where?"),
            max_length=300,
            required=False,
            help_text=_(
                "A place, a phone number, or a link to your own video room. Only the two of you "
                "can read it here."
            ),
            **kwargs,
        )


def checked_place(form):
    """Say so at the field if a video link is none: nobody could join by it."""
    data = form.cleaned_data
    place = data.get("place", "")
    if data.get("means") == "video" and place and not LINK.match(place):
        form.add_error("place", _("For a video call, paste the full link, starting with https://"))
