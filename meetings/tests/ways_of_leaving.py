"""The ways in which a pair does not go on."""

from datetime import timedelta

from django.utils import timezone

from matching.blocking import block
from mentorships import services as life
from privacy import account_closure


def leaves(pair, by):
    """The fourteen days pass."""
    account_closure.request_closure(by, leave_words=False)
    account_closure.finish_due_closures(timezone.now() + timedelta(days=15))


WAYS = {
    "paused": life.pause,
    "ended": life.end,
    "left": leaves,
    "blocked": lambda pair, by: block(by, pair.partner_of(by)),
}
