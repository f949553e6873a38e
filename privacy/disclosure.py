"""Disclosure under law: offline, by two officers, sealed for the recipient, in a record that cannot be altered.

There is no web page for it. What was done stands in privacy/disclosure_log.py's chain.
"""

import json
import os
from dataclasses import dataclass
from datetime import date

from cryptography import x509
from cryptography.hazmat.primitives.ciphers import algorithms
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from mentorships.models import Mentorship
from privacy.disclosure_log import append_record
from privacy.models import DisclosureNotice
from privacy.private_texts import models_of_pairs, texts_of

OFFICERS = "Disclosure officers"


class DisclosureRefused(Exception):
    """No disclosure. Says why, in words for the officers; nothing was opened or written."""


@dataclass(frozen=True)
class Order:
    """What the law obliges the association to hand over."""

    mentorship: str
    reference: str
    kinds: tuple
    begin: date | None = None
    end: date | None = None
    barred_until: date | None = None

    def scope(self):
        """As the record keeps it."""
        return {
            "mentorship": str(self.mentorship),
            "kinds": sorted(self.kinds),
            "from": self.begin and self.begin.isoformat(),
            "to": self.end and self.end.isoformat(),
        }


def kinds():
    """{name: model} of what can be asked for. Notes for oneself have to be named like the rest."""
    return {model._meta.label_lower: model for model in models_of_pairs()}


def check_officers(people):
    """Two different active officers, or DisclosureRefused. `people` are (member, password) pairs."""
    if len({member.pk for member, _password in people if member}) != 2 or len(people) != 2:
        raise DisclosureRefused("A disclosure takes two different officers.")
    officers = Group.objects.filter(name=OFFICERS).values_list("user", flat=True)
    for member, password in people:
        if not (member.is_active and member.pk in officers and member.check_password(password)):
            raise DisclosureRefused(f"{member.email} is no disclosure officer with this password.")


def disclose(order, *, officers, certificate, out):
    """Seal what the order covers into `out`, write the record and the notices. Returns the record.

    `certificate` is the recipient's, in PEM: only its private key opens the file (CMS, AES-256:
    `openssl cms -decrypt -inform DER -binary`). All of it happens, or none.
    """
    _check(order)
    pair = Mentorship.objects.with_people().filter(code=order.mentorship).first()
    if pair is None:
        raise DisclosureRefused("There is no such mentorship.")
    content = json.dumps(_content(order, pair), ensure_ascii=False, indent=1).encode()
    sealed = _seal(content, certificate)
    with transaction.atomic():
        record = append_record(order, officers=officers, sealed=sealed)
        for member in (pair.mentor, pair.mentee):
            DisclosureNotice.objects.create(
                disclosure=record,
                reference=record.reference,
                disclosed_at=record.at,
                member=member,
                due_on=order.barred_until or record.at.date(),
            )
        _write(out, sealed)
    return record


def _check(order):
    if not order.reference.strip():
        raise DisclosureRefused("A disclosure needs the reference of the legal order.")
    unknown = set(order.kinds) - kinds().keys()
    if unknown or not order.kinds:
        raise DisclosureRefused(f"Say which kinds of text: {', '.join(sorted(kinds()))}.")
    if order.barred_until and order.barred_until <= timezone.now().date():
        raise DisclosureRefused("A bar on telling the two needs an end in the future.")


def _content(order, pair):
    return {
        "reference": order.reference,
        "scope": order.scope(),
        "mentor": pair.mentor.name,
        "mentee": pair.mentee.name,
        "texts": [
            {
                "kind": text.kind,
                "by": text.row.author.name,
                "words": text.words,
                "written": text.date and text.date.isoformat(),
            }
            for text in _texts(order, pair)
        ],
    }


def _texts(order, pair):
    """What either of the two may read, within the scope. Drafts were never said: they stay out."""
    found = {
        text.key: text
        for reader in (pair.mentor, pair.mentee)
        for text in texts_of(pair, reader)
        if text.row._meta.label_lower in order.kinds and _said(text) and _within(order, text)
    }
    return found.values()


def _said(text):
    return all(text.row.readable_by(member) for member in _two(text.row))


def _two(row):
    place = row.pair
    return (place.mentor, place.mentee) if hasattr(place, "mentor") else (row.author,)


def _within(order, text):
    day = text.date and timezone.localtime(text.date).date()
    after = not order.begin or (day and day >= order.begin)
    return bool(after and (not order.end or (day and day <= order.end)))


def _seal(content, certificate):
    try:
        recipient = x509.load_pem_x509_certificate(certificate)
        builder = pkcs7.PKCS7EnvelopeBuilder().set_data(content).add_recipient(recipient)
    except (ValueError, TypeError):
        raise DisclosureRefused(
            "The recipient's certificate is no PEM certificate with an RSA key."
        ) from None
    builder = builder.set_content_encryption_algorithm(algorithms.AES256)
    return builder.encrypt(Encoding.DER, [pkcs7.PKCS7Options.Binary])


def _write(out, sealed):
    try:
        handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise DisclosureRefused(f"{out} cannot be written: {error.strerror}.") from None
    with os.fdopen(handle, "wb") as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
