"""Whether the values of an entry have the shape that its fields take; the fields check the rest."""

from django import forms

from mentoring.lib.text import SURROGATES

STATUSES = ("open", "limited", "full", "away")


def wrong_shapes(values, fields):
    """[(name, what was expected)] of the values {name: value} that no field takes. None is not given."""
    expected = {name: _expected(fields[name], value) for name, value in values.items() if value is not None}
    return [(name, words) for name, words in expected.items() if words]


def _expected(field, value):
    """In words; empty if the value has the right shape."""
    if isinstance(field, forms.MultipleChoiceField):
        return "" if _is_list(value) else "expected a list of texts"
    if isinstance(field, forms.BooleanField):
        return "" if isinstance(value, bool) else "expected true or false"
    if isinstance(field, forms.IntegerField):
        return "" if _is_number(value) or _is_text(value) else "expected a number"
    return "" if _is_text(value) else "expected a text"


def _is_list(value):
    """An empty text is what a field gets that an entry does not name."""
    return value == "" or isinstance(value, list) and all(_is_text(v) or _is_number(v) for v in value)


def _is_number(value):
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_text(value):
    """Without half characters, which JSON can write and no database takes."""
    return isinstance(value, str) and not SURROGATES.search(value)
