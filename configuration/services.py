"""Changing the programme's numbers, reading them, and putting one back."""

import time
from dataclasses import fields

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from configuration.models import NumberChange
from mentoring.lib.programme import ProgrammeNumbers

LOOK_AGAIN_SECONDS = 5
TUPLES = {field.name for field in fields(ProgrammeNumbers) if isinstance(field.default, tuple)}
NAMES = {field.name for field in fields(ProgrammeNumbers)}
_kept: dict = {}
_looked_at = 0.0


class ChangedMeanwhile(Exception):
    """Somebody else has changed one of these numbers since the page was opened. Nothing was saved."""


def changed_numbers():
    """{name: value} of the numbers that are not as installed, at most a few seconds old."""
    global _kept, _looked_at
    if time.monotonic() - _looked_at > LOOK_AGAIN_SECONDS:
        found = {name: change.value for name, change in newest().items() if change.value is not None}
        _kept = {name: tuple(value) if name in TUPLES else value for name, value in found.items()}
        _looked_at = time.monotonic()
    return _kept


def forget(numbers=None, *, for_seconds=0):
    """Look again at the next call; or take these for so long (tests)."""
    global _kept, _looked_at
    _kept, _looked_at = numbers or {}, time.monotonic() + for_seconds if for_seconds else 0.0


def newest():
    """{name: NumberChange} of the change that holds."""
    changes = {}
    for change in NumberChange.objects.filter(name__in=NAMES).order_by("pk"):
        changes[change.name] = change
    return changes


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
    return _add(changes)


def put_back(change, *, by):
    """Give the number the value it had before this change. ChangedMeanwhile if a later one has changed it."""
    last = newest().get(change.name)
    if last is None or last.pk != change.pk:
        raise ChangedMeanwhile(_("This number has been changed again since. Put back the newest change."))
    shipped = _plain(getattr(settings.PROGRAMME_NUMBERS, change.name))
    value = None if change.before == shipped else change.before
    return _add(
        [_change(change.name, value, change.value if change.value is not None else shipped, last, by)]
    )


def _change(name, value, before, last, by):
    return NumberChange(name=name, value=value, before=before, previous=last.pk if last else 0, made_by=by)


def _add(changes):
    try:
        with transaction.atomic():
            for change in changes:
                change.save(force_insert=True)
    except IntegrityError:
        raise ChangedMeanwhile(_("Someone has changed these numbers since you opened the page.")) from None
    forget()
    return len(changes)


def _plain(value):
    return list(value) if isinstance(value, tuple) else value
