"""The record of disclosures: a chain, each row with the hash of the one before it.

The database refuses to change or delete a row, and only the owner's login reaches the table at all.
"""

import hashlib
import json

from privacy.models import Disclosure

FIRST = "0" * 64
FIELDS = (
    "number",
    "at",
    "officer",
    "second_officer",
    "reference",
    "scope",
    "output_sha256",
    "notice_barred_until",
    "before",
)


def append_record(order, *, officers, sealed):
    """One more row: who, why, what, and the hash of what was handed over (bytes)."""
    last = Disclosure.objects.order_by("-number").first()
    record = Disclosure(
        number=last.number + 1 if last else 1,
        officer=officers[0].email,
        second_officer=officers[1].email,
        reference=order.reference.strip(),
        scope=order.scope(),
        output_sha256=hashlib.sha256(sealed).hexdigest(),
        notice_barred_until=order.barred_until,
        before=last.digest if last else FIRST,
    )
    record.digest = digest_of(record)
    record.save(force_insert=True)
    return record


def digest_of(record):
    """SHA-256 over everything the row says, the hash of the row before it included."""
    facts = {name: getattr(record, name) for name in FIELDS}
    facts["at"] = record.at.isoformat(timespec="microseconds")
    facts["notice_barred_until"] = str(record.notice_barred_until or "")
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def broken_at():
    """The number of the first row that does not fit the one before it, or None: the record is whole."""
    before = FIRST
    for number, record in enumerate(Disclosure.objects.order_by("number").iterator(), 1):
        fits = record.number == number and record.before == before
        if not fits or record.digest != digest_of(record):
            return number
        before = record.digest
    return None
