"""Coordinators are reminded of a case that nobody answers: when it is late, and every three days after that."""

from conduct import notifications, rules
from conduct.models import Case
from mentoring.lib.jobs import run_each

AGAIN_DAYS = 3
LAST_DAYS = 30  # then the first page and the weekly email say it, and no more mails of their own


def remind_of_cases(now):
    """Remind everybody who may read a late case, once for each step. How many cases were told of.

    It may run late, twice or side by side: the occasion of a mail names the stretch of waiting and its step.
    """
    due = [(case, days) for case in Case.objects.waiting() if (days := step_of(case, now))]
    return run_each(due, lambda turn: notifications.case_late(turn[0], days=turn[1]))


def step_of(case, now):
    """For how many days it has waited, as far as its last step; None before the first and after the last."""
    first = rules.LATE_DAYS[case.kind]
    waited = (now - case.waiting_since).days
    if waited < first or waited > LAST_DAYS:
        return None
    return waited - (waited - first) % AGAIN_DAYS
