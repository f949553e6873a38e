"""After a restore: whatever the erasure list names is shredded again (P6)."""

from django.db import transaction
from django.utils import timezone

from mentoring.lib import sqlite_cleanup
from privacy import account_closure, erasure, erasure_list
from privacy.models import AccountClosure
from profiles.models import Member


def everything():
    """Play the whole list. Returns (accounts, places) that had come back."""
    found = erasure_list.entries()
    members = sum(_member(entry) for entry in found if "member" in entry)
    scopes = sum(_scope(entry["scope"]) for entry in found if "scope" in entry)
    sqlite_cleanup.clean_up(rewrite=bool(members or scopes))
    return members, scopes


def _member(entry):
    member = Member.objects.filter(code=entry["member"]).first()
    if member is None or AccountClosure.objects.filter(member=member).exclude(done_at=None).exists():
        return 0
    with transaction.atomic():
        account_closure.end_all(member)
        now, leave = timezone.now(), bool(entry.get("leave_words"))
        AccountClosure.objects.update_or_create(
            member=member, defaults={"due_at": now, "done_at": now, "leave_words": leave}
        )
        erasure.erase_member(member, leave_words=leave)
    return 1


def _scope(code):
    if not erasure.has_keys(code):
        return 0
    return len(erasure.shred_scope(code))
