"""Changing the programme's numbers, reading them, and putting one back."""

from dataclasses import fields

from django.conf import settings
from django.utils.translation import gettext as _

from configuration.models import NumberChange
from configuration.services.history import ChangedMeanwhile, Kept, add_changes, refuse_unless_newest
from mentoring.lib.programme import ProgrammeNumbers

TUPLES = {field.name for field in fields(ProgrammeNumbers) if isinstance(field.default, tuple)}
NAMES = {field.name for field in fields(ProgrammeNumbers)}


def changed_numbers():
    """{name: value} of the numbers that are not as installed, at most a few seconds old."""
    return KEPT.get()


def newest():
    """{name: NumberChange} of the change that holds."""
    return {change.name: change for change in NumberChange.objects.holding().filter(name__in=NAMES)}


def save_numbers(values, *, by, seen):
    """Keep the values that differ from those that hold. `seen`: number of the newest change on the page.

    Returns how many were changed. ChangedMeanwhile if one of them has been changed since.
    """
    holding, installed = newest(), settings.PROGRAMME_NUMBERS
    changes = []
    for name, value in values.items():
        last, shipped = holding.get(name), getattr(installed, name)
        current = last.value if last and last.value is not None else shipped
        if _plain(value) != _plain(current):
            if last and last.pk > seen:
                raise ChangedMeanwhile(_("Someone has changed these numbers since you opened the page."))
            kept = None if _plain(value) == _plain(shipped) else _plain(value)
            changes.append(_change(name, kept, _plain(current), last, by))
    return add_changes(changes)


def put_back(change, *, by):
    """Give the number the value it had before this change. ChangedMeanwhile if a later one has changed it."""
    refuse_unless_newest(change)
    shipped = _plain(getattr(settings.PROGRAMME_NUMBERS, change.name))
    value = None if change.before == shipped else change.before
    holding = change.value if change.value is not None else shipped
    return add_changes([_change(change.name, value, holding, change, by)])


def _change(name, value, before, last, by):
    return NumberChange(name=name, value=value, before=before, previous=last.pk if last else 0, made_by=by)


def _changed_values():
    values = {name: change.value for name, change in newest().items() if change.value is not None}
    return {name: tuple(value) if name in TUPLES else value for name, value in values.items()}


def _plain(value):
    return list(value) if isinstance(value, tuple) else value


KEPT = Kept(_changed_values, {})
