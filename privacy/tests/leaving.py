"""Leaving, and the days that pass afterwards."""

from datetime import timedelta

from django.utils import timezone

from mail.models import OutgoingMail
from privacy import account_closure
from privacy.models import AccountClosure
from testing.private_texts import cells


def later(days=15):
    return timezone.now() + timedelta(days=days)


def leave(member, *, leave_words=False):
    """Ask, and let the fourteen days pass."""
    account_closure.request_closure(member, leave_words=leave_words)
    assert account_closure.finish_due_closures(later()) == 1
    member.refresh_from_db()


def open_by(author):
    return [cell for cell in cells() if _author(cell) == author.pk and cell.words]


def _author(cell):
    return cell.row.author_id


def kinds(address):
    return sorted(OutgoingMail.objects.filter(address=address).values_list("kind", flat=True))


def finish(member, **options):
    account_closure.request_closure(member, leave_words=options.get("leave_words", False))
    return account_closure.finish_closure(AccountClosure.objects.get(member=member).pk)
