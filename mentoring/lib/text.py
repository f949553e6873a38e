"""What people type, made safe to keep: form fields that clean quietly and refuse clearly."""

import re
import unicodedata
from uuid import UUID

from django import forms

# Controls, and the marks that turn the reading direction around for what follows them.
UNSEEN = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def tidy(value):
    """The text in one Unicode form, without control marks, with plain line ends."""
    value = UNSEEN.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", value).strip()


def uuid_or_none(given):
    """The code out of a form or an address; None for what is none."""
    try:
        return UUID(given)
    except (TypeError, ValueError):
        return None


class Draft:
    """A form whose texts may be kept before they are ready. For forms of words one would miss."""

    def draft(self):
        """{field: value} of all that can be kept; what cannot (a text too long) is left out, not cut."""
        self.is_valid()
        kept = {name: self.cleaned_data.get(name, "") for name in self.fields}
        return {name: value for name, value in kept.items() if not self._refused(name)}

    def unkept(self):
        """Whether something filled in could not be kept. Only what is wrong with that stays said."""
        self.is_valid()
        for name in [name for name in self.errors if not self._refused(name)]:
            del self.errors[name]
        return bool(self.errors)

    def _refused(self, name):
        given = str(self.data.get(self.add_prefix(name), "")).strip()
        return name in self.fields and name in self.errors and bool(given)


# A browser writes what is being typed to its own disk, to give it back after a crash; not this.
NO_AUTOCOMPLETE = {"autocomplete": "off"}


class SingleLineField(forms.CharField):
    """One line of text."""

    def to_python(self, value):
        """Tidied, with line breaks and tabs as spaces."""
        return re.sub(r"\s+", " ", tidy(super().to_python(value)))


class PrivateSingleLineField(SingleLineField):
    """One line that nobody else may read."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.TextInput(attrs=NO_AUTOCOMPLETE), **kwargs)


class MultiLineField(forms.CharField):
    """Several lines of text."""

    def __init__(self, *, rows=5, **kwargs):
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows, **NO_AUTOCOMPLETE}))
        super().__init__(**kwargs)

    def to_python(self, value):
        """Tidied, paragraphs kept."""
        return tidy(super().to_python(value))
