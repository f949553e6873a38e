"""What nobody needs any more goes, on a schedule that members can read (product 62).

Each room declares its own rules (`@retention` in its `privacy.py`); the page of privacy prints them, and the
job here runs them.
"""

from django.db import transaction
from django.utils import timezone

from mentoring.lib import jobs
from mentoring.lib.registry.personal_data import RETENTION
from privacy import erasure, erasure_list


def apply_retention(now=None):
    """Run every rule. Returns {what: how many}. Can run late, twice, or side by side.

    A rule that fails is logged and leaves the others to do their work; its count is None.
    """
    now = now or timezone.now()
    return {
        rule.what: jobs.run_isolated(rule.what, lambda rule=rule: run_rule(rule, now)) for rule in RETENTION
    }


def run_rule(rule, now):
    """How many rows, or places, one rule touched."""
    if not rule.shreds:
        return rule.run(now, rule.after)
    return sum(_shred(code, rule, now) for code in list(rule.run(now, rule.after)))


def _shred(code, rule, now):
    """One place, unless the rule no longer holds for it at this very moment. Listed once it is committed."""
    with transaction.atomic():
        if rule.claim and not rule.claim(code, now):
            return 0
        codes = erasure.shred_scope(code)
    for each in codes:
        erasure_list.remember_scope(each)
    return 1
