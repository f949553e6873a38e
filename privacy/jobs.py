"""All that the privacy room has to do when time passes."""

from datetime import timedelta

from django.utils import timezone

from mentoring.lib import jobs, sqlite_cleanup
from mentorships.models import Mentorship
from privacy import account_closure, disclosure_notices, erasure, erasure_list, retention
from privacy.models import AccountClosure


def run():
    """Accounts that close, retention, notices of disclosures. Returns {what: how many, None if it failed}."""
    done = _attempted(
        {
            "accounts closed": account_closure.finish_due_closures,
            "what members who have left could not take with them": shred_left_behind,
            "notices of disclosures": disclosure_notices.tell_due,
            "lines missing on the erasure list": account_closure.erasures_missing,
        }
    )
    done |= {str(what): count for what, count in retention.apply_retention().items()}
    return done | _attempted({"traces of what was deleted, for the next time": clean_sqlite})


def _attempted(steps):
    return {what: jobs.run_isolated(what, step) for what, step in steps.items()}


def shred_left_behind():
    """Shred it, and write it down. Returns how many places."""
    codes = erasure.shred_left_behind()
    for code in codes:
        erasure_list.remember_scope(code)
    return len(codes)


def clean_sqlite():
    """Wipe what SQLite keeps of deleted rows; the whole file where something was shredded since yesterday.

    Returns 1 if somebody was in the way: then it is done an hour later.
    """
    since = timezone.now() - timedelta(days=1)
    lately = (
        AccountClosure.objects.filter(done_at__gte=since),
        Mentorship.objects.filter(shredded_at__gte=since),
    )
    return int(not sqlite_cleanup.clean_up(rewrite=any(rows.exists() for rows in lately)))
