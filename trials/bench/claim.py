"""Claiming what is due: 50,000 mails among 500,000, against raw SQL and against `save()` one by one."""

import json
import resource
import sys
import uuid
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

DUE, SENT, LATER = 50_000, 350_000, 100_000
BATCH, ROUNDS, SAVED = 1_000, 3, 2_000
TABLE = "mail_outgoingmail"
STATM = Path("/proc/self/statm")
RAW = f"""
    UPDATE {TABLE} SET claim = %s, due_at = %s, attempts = attempts + 1 WHERE id IN (
        SELECT id FROM {TABLE} WHERE sent_at IS NULL AND dead_at IS NULL AND due_at <= %s
        ORDER BY due_at, id LIMIT {BATCH} {{locked}}
    ) RETURNING id"""


def main():
    """Print the figures as JSON."""
    import django

    django.setup()
    from django.utils import timezone

    now = timezone.now()
    fill(now)
    ways = {"raw": raw, "claim": numbers, "claim and read": mails}
    times = {name: [] for name in ways}
    grown = 0
    for _ in range(ROUNDS):
        for name, way in ways.items():
            make_due(now)
            took, more = timed(way, now)
            times[name].append(took)
            grown = max(grown, more)
    found = {name: round(median(each), 3) for name, each in times.items()}
    make_due(now)
    found["save"] = round(saved(now) * DUE / SAVED, 1)
    json.dump(found | {"megabytes": round(grown, 1)}, sys.stdout)


def fill(now):
    """Sent ones have no words any more; those that wait have as many as a real one."""
    from mail.models import OutgoingMail

    def rows(kind, count, **facts):
        for start in range(0, count, 10_000):
            OutgoingMail.objects.bulk_create(
                [
                    OutgoingMail(
                        occasion=f"{kind}-{n}",
                        kind="profiles/account_restored",
                        address=f"reader{n}@bench.example",
                        **facts,
                    )
                    for n in range(start, min(start + 10_000, count))
                ]
            )

    words = {"subject": "A subject", "text": "Some words. " * 25, "html": "<p>Some words.</p> " * 60}
    rows("sent", SENT, sent_at=now)
    rows("later", LATER, due_at=now + timedelta(days=9), **words)
    rows("due", DUE, due_at=now - timedelta(minutes=1), **words)


def make_due(now):
    """As if nobody had claimed anything."""
    from django.db import connection

    from mail.models import OutgoingMail

    due = OutgoingMail.objects.waiting().filter(occasion__startswith="due-")
    due.update(claim=None, attempts=0, due_at=now - timedelta(minutes=1))
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM ANALYZE {TABLE}" if connection.vendor == "postgresql" else "ANALYZE")


def timed(way, now):
    """Seconds, and the megabytes that the process grew by after the first ten batches."""
    began, count, sizes = perf_counter(), 0, []
    for taken in iter(lambda: way(now), 0):
        count += taken
        sizes.append(megabytes())
    took = perf_counter() - began
    if count != DUE:
        raise SystemExit(f"{way.__name__} claimed {count}")
    return took, max(sizes[10:]) - sizes[10]


def megabytes():
    """What this process holds now. Where there is no /proc, nothing can be said."""
    if not STATM.exists():
        return 0
    return int(STATM.read_text().split()[1]) * resource.getpagesize() / 1e6


def raw(now):
    """One statement, in SQL."""
    from django.conf import settings
    from django.db import connection

    skip = connection.features.has_select_for_update_skip_locked
    claim = uuid.uuid4()
    with connection.cursor() as cursor:
        statement = RAW.format(locked="FOR UPDATE SKIP LOCKED" if skip else "")
        values = (
            (claim, now + settings.OUTBOX_LEASE, now)
            if skip
            else (claim.hex, str(now + settings.OUTBOX_LEASE), str(now))
        )
        cursor.execute(statement, values)
        return len(cursor.fetchall())


def numbers(now):
    """The product's way, down to the numbers of the mails: as much as the raw one gives."""
    from mail.models import OutgoingMail

    return len(OutgoingMail.objects.claim(at=now, limit=BATCH).values_list("pk", flat=True))


def mails(now):
    """The product's way, words and all, as the drain has them."""
    from mail.models import OutgoingMail

    return len(OutgoingMail.objects.claim(at=now, limit=BATCH))


def saved(now):
    """One by one, the plain way. Seconds for SAVED of them."""
    from mail.models import OutgoingMail

    began = perf_counter()
    for mail in OutgoingMail.objects.waiting().filter(due_at__lte=now).order_by("due_at", "pk")[:SAVED]:
        mail.claim, mail.attempts = uuid.uuid4(), mail.attempts + 1
        mail.save()
    return perf_counter() - began


if __name__ == "__main__":
    main()
