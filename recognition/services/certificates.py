"""Making a certificate from the records, and withdrawing it."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.idempotency import recent_duplicate
from mentoring.lib.limits import is_reached
from profiles.locking import lock_member
from recognition.models import Certificate, TimeEntry
from recognition.models.certificate import hash_of_token, new_token
from recognition.periods import merged

MOST_VALID, MADE_A_DAY, A_DAY = 20, 20, timedelta(days=1)


class CannotMake(Exception):
    """No certificate was made. Says why, for its member."""


@transaction.atomic
def make_certificate(member, parts, *, with_hours):
    """One certificate of `TakenPart`s of one role. The same again within a minute is a double click: one certificate.

    Its link is `token`, once it is made. CannotMake for too many, or for an account that is closed.
    """
    if not lock_member(member):
        raise CannotMake(_("This account is closed."))
    mine = Certificate.objects.visible_to(member)
    content = _content(member, parts, with_hours=with_hours)
    if again := recent_duplicate(mine.valid(), "made_at", **content):
        return again
    _check_not_too_many(mine)
    token = new_token()
    certificate = Certificate(member=member, token=token, token_hash=hash_of_token(token), **content)
    certificate.save()
    return certificate


def _content(member, parts, *, with_hours):
    """All that it says. The name is the member's of now, and stays."""
    periods = merged(parts, timezone.localdate())
    return {
        "role": parts[0].role,
        "name": member.name,
        "months": [period.to_json() for period in periods],
        "minutes": minutes_in(member, periods) if with_hours else None,
    }


def _check_not_too_many(mine):
    if mine.valid().count() >= MOST_VALID:
        raise CannotMake(_("Withdraw a certificate first. You already have 20 that are valid."))
    if is_reached(mine, "made_at", most=MADE_A_DAY, within=A_DAY):
        raise CannotMake(_("Try again tomorrow. You’ve made many certificates today."))


def minutes_in(member, periods):
    """What the member has written down for these months, each counted once however many periods hold it."""
    months = TimeEntry.objects.none()
    for period in periods:
        months |= TimeEntry.objects.filter(member=member, day__gte=period.first, day__lt=period.after)
    return months.aggregate(sum=Sum("minutes"))["sum"] or 0


def revoke(certificate):
    """Withdraw it for good: its link says so, and what it said is gone. False if it had been withdrawn already."""
    rows = Certificate.objects.valid().filter(pk=certificate.pk)
    emptied = {"name": "", "months": [], "minutes": None, "token": None}
    return rows.update(revoked_at=timezone.now(), **emptied) == 1
