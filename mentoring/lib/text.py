"""What people type, made safe to keep: form fields that clean quietly and refuse clearly."""

import re
import unicodedata
from uuid import UUID

from django import forms

# Controls, half characters, and the marks that turn the reading direction around for what follows them.
UNSEEN = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
WHITE_SPACE = re.compile(r"[ \t\n\r\f\v]+")
SURROGATES = re.compile("[\ud800-\udfff]")

# Letters and symbols by category that print as nothing: fillers, the empty braille cell.
BLANK = "\u115f\u1160\u2800\u3164\uffa0\ufffc\U00013441\U00013442\U0001d159"
WHITESPACE = "".join(filter(str.isspace, map(chr, range(0x3001))))
# Unicode's Default_Ignorable_Code_Point: no width of their own.
IGNORABLE = "\u00ad\u034f\u061c\u17b4\u17b5" + "".join(
    chr(point)
    for first, last in (
        (0x180B, 0x180F),
        (0x200B, 0x200F),
        (0x2060, 0x206F),
        (0xFE00, 0xFE0F),
        (0xFFF0, 0xFFFB),
        (0x1BCA0, 0x1BCA3),
        (0x1D173, 0x1D17A),
        (0xE0000, 0xE01EF),
    )
    for point in range(first, last + 1)
)
AT_THE_ENDS = WHITESPACE + IGNORABLE + BLANK
# What changes the character before it stays: a variant of an emoji or of a Han character, the letters of a
# flag, a joiner after a virama.
SUFFIX = re.compile(
    "(?<![A-Za-z\u00c0-\u024f])[\u180b-\u180d\ufe00-\ufe0f\U000e0100-\U000e01ef]"
    "|(?<=\U0001f3f4)[\U000e0020-\U000e007f]+"
    "|(?<=[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca])[\u200c\u200d]"
)


def tidy(value):
    """The text in one Unicode form, without control marks, with plain line ends.

    Empty if nothing of it can be seen. What has no width goes at both ends and stays inside words, where
    scripts and emoji need it.
    """
    value = UNSEEN.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    value = _stripped(unicodedata.normalize("NFC", value))
    return value if any(map(is_visible, value)) else ""


def one_line(text):
    """Runs of white space as one space each, none at the ends. The no-break spaces of French stay."""
    return WHITE_SPACE.sub(" ", text).strip()


def is_visible(character):
    """Whether it leaves ink by itself: a letter, number, punctuation or symbol that is no filler."""
    return unicodedata.category(character)[0] in "LNPS" and character not in BLANK


def _stripped(value):
    start = value.lstrip(AT_THE_ENDS)
    end = len(start.rstrip(AT_THE_ENDS))
    suffix = SUFFIX.match(start, end)
    return start[: suffix.end() if suffix else end]


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
        given = tidy(str(self.data.get(self.add_prefix(name), "")))
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
