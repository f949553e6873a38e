"""A file of members on its way into the list: checked, then taken over. The same file twice changes nothing."""

from collections import Counter
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from joining.clashes import answers
from joining.comparing import SAME, Entries, compare
from joining.grouping import group_rows, people_of
from joining.models import (
    ImportState,
    ImportTrouble,
    MembershipState,
    RosterEntry,
    RosterImport,
    StagedRow,
    TroubleKind,
)
from joining.saving import save_changes
from joining.states import meanings
from joining.troubles import Trouble

CLAIM = timedelta(minutes=5)
EXAMPLES_OF_EACH = 20
TROUBLES_AT_MOST = 2000
MISSING = "missing"


def check_import(an_import):
    """The dry run: count what a file would change, and keep every question. Nothing in the list changes."""
    counts, examples, seen, troubles = Counter(), [], set(), []
    for changes in _walk(an_import):
        for change in changes:
            if isinstance(change, Trouble):
                troubles.append(change)
                continue
            counts[change.what] += 1
            seen |= {entry.pk for entry in (change.entry, *change.absorbs) if entry}
            if change.what != SAME and counts[change.what] <= EXAMPLES_OF_EACH and change.entry:
                examples.append([change.what, change.entry.name, change.entry.email])
    counts[MISSING] = sum(1 for _pk in _missing(seen))
    rows = [
        ImportTrouble(of=an_import, kind=one.kind, number=one.number, text=one.text[:400], clash=one.clash)
        for one in troubles
    ]
    with transaction.atomic():
        an_import.troubles.exclude(kind=TroubleKind.ROW).delete()
        ImportTrouble.objects.bulk_create(rows[:TROUBLES_AT_MOST])
        counts.update({kind: an_import.troubles.filter(kind=kind).count() for kind in TroubleKind.values})
        _finish(an_import, ImportState.CHECKED, counts=counts, examples=examples)


def apply_import(an_import):
    """Take a file over. Interrupted, it begins again and finds what is done already as it should be."""
    began, seen = timezone.now(), set()
    for changes in _walk(an_import):
        changed = [change for change in changes if not isinstance(change, Trouble) and change.entry]
        save_changes(changed)
        seen |= {change.entry.pk for change in changed}
    _mark_missing(seen, began)
    with transaction.atomic():
        StagedRow.objects.filter(of=an_import).delete()
        _finish(an_import, ImportState.DONE)


def _walk(an_import):
    """Lists of Changes and Troubles, a few hundred people at a time; says how far it has come."""
    known, answered, today, done = meanings(), answers(), timezone.now().date(), 0
    for batch in people_of(group_rows(an_import, answered), known, today):
        entries = Entries([person for _group, person in batch])
        yield [compare(group, person, entries, answered) for group, person in batch]
        done += sum(len(group.rows) for group, _person in batch)
        RosterImport.objects.filter(pk=an_import.pk).update(done=done, claimed_at=timezone.now())


def _missing(seen):
    """Numbers of entries that were in the files until now, and are in this one no more."""
    current = RosterEntry.objects.filter(missing_since=None, state=MembershipState.CURRENT)
    return (pk for pk in current.values_list("pk", flat=True).iterator(2000) if pk not in seen)


def _mark_missing(seen, at):
    missing = list(_missing(seen))
    for start in range(0, len(missing), 500):
        RosterEntry.objects.filter(pk__in=missing[start : start + 500]).update(missing_since=at)


def _finish(an_import, state, **fields):
    values = {**fields, "state": state, "claimed_at": None}
    RosterImport.objects.filter(pk=an_import.pk).update(**values)


def work_on_imports():
    """The worker's turn: whatever waits to be checked or taken over, one after another."""
    steps = {ImportState.READ: check_import, ImportState.CONFIRMED: apply_import}
    now = timezone.now()
    free = Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM)
    for an_import in RosterImport.objects.filter(free, state__in=steps).order_by("pk"):
        if RosterImport.objects.filter(free, pk=an_import.pk, state=an_import.state).update(claimed_at=now):
            steps[an_import.state](an_import)
