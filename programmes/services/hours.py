"""The record of hours of a mentee who works for a qualification."""

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mentoring.lib.idempotency import recent_duplicate
from mentoring.lib.registry.hooks import HeldTime
from mentorships.services.locking import Conflict, lock_mentorship
from programmes.models import HoursEntry

MOST_ENTRIES = 1_000


@transaction.atomic
def add_hours(pairing, *, by, day, minutes, text):
    """Write time down. The same again within a minute is a double click: one entry."""
    lock_mentorship(pairing.mentorship, by)
    entry = {"day": day, "minutes": minutes, "text": text}
    mine = pairing.hours.filter(author=by)
    if same := recent_duplicate(_with_pair(mine, pairing), "written_at", **entry):
        return same
    if mine.count() >= MOST_ENTRIES:
        raise Conflict(_("The record is full: it holds a thousand entries."))
    row = HoursEntry(pairing=pairing, author=by, **entry)
    row.save()
    return row


def _with_pair(rows, pairing):
    return rows.select_related("pairing__mentorship", "author")


@transaction.atomic
def remove_hours(pairing, code, *, by):
    """Delete an entry, for good. False if it is not there any more."""
    lock_mentorship(pairing.mentorship, by)
    return bool(pairing.hours.filter(author=by, code=code).delete()[0])


def total_minutes(pairing):
    """All of it."""
    return pairing.hours.aggregate(sum=Sum("minutes"))["sum"] or 0


def held_times(member, since):
    """What a member has written down for a qualification since a day, for their own record of hours."""
    rows = HoursEntry.objects.filter(author=member, day__gte=since).select_related("pairing__programme")
    for entry in rows.defer("text"):
        words = gettext("Hours for your qualification, in “%(programme)s”")
        words %= {"programme": entry.pairing.programme.name}
        yield HeldTime(f"qualification-{entry.code}", entry.day, entry.minutes, words)
