"""One way of keeping history: a change is a row that says which row it replaces, and is put back by another."""

import time

from django.db import DatabaseError, IntegrityError, transaction
from django.utils.translation import gettext as _

LOOK_AGAIN_SECONDS = 5


class ChangedMeanwhile(Exception):
    """Someone else has changed one of these since the page was opened. Nothing was saved."""


class Kept:
    """What `read()` gives, at most a few seconds old. A database in trouble leaves what was read last."""

    def __init__(self, read, empty):
        self.read, self.empty = read, empty
        self.value, self.until = empty, 0.0
        ALL_KEPT.append(self)

    def get(self):
        """The value; one question to the database every few seconds."""
        if time.monotonic() > self.until:
            self.until = time.monotonic() + LOOK_AGAIN_SECONDS
            try:
                self.value = self.read()
            except DatabaseError:
                self.until = time.monotonic() + 1
        return self.value

    def forget(self, value=None, *, for_seconds=0):
        """Look again at the next call; or take this value for so long (tests)."""
        self.value = self.empty if value is None else value
        self.until = time.monotonic() + for_seconds if for_seconds else 0.0


ALL_KEPT: list[Kept] = []


def forget(*, for_seconds=0):
    """Look again for everything; or take all as installed for so long (tests)."""
    for kept in ALL_KEPT:
        kept.forget(for_seconds=for_seconds)


def add_changes(changes):
    """Keep these rows, all or none; how many. ChangedMeanwhile if one of them replaces what is replaced already."""
    try:
        with transaction.atomic():
            for change in changes:
                change.save(force_insert=True)
    except IntegrityError:
        raise ChangedMeanwhile(_("Someone has changed this since you opened the page.")) from None
    forget()
    return len(changes)


def refuse_unless_newest(change):
    """ChangedMeanwhile if a later row has replaced this one."""
    if type(change).objects.filter(previous=change.pk).exists():
        raise ChangedMeanwhile(_("This has been changed again since. Undo the newest change."))
