"""What a sweep does: each row its own turn, whatever happens to another; and what failed is shown."""

import logging
from collections import Counter
from datetime import UTC, datetime

from django.core.cache import cache
from django.utils import timezone

logger = logging.getLogger("mentoring.jobs")
SHOWN_FOR_SECONDS = 2 * 3600  # seconds: a later sweep says it anew
_failed = Counter()  # of the sweep that is running in this process


def run_each(rows, step, *, passing=()):
    """Take a step for each; how many said yes. `passing`: exceptions that mean somebody was quicker.

    One that fails is logged by its type alone (a message of the database may hold words) and leaves the
    others their turn; it is due again at the next sweep.
    """
    done = 0
    for row in list(rows):
        try:
            done += bool(step(row))
        except passing:
            continue
        except Exception as error:
            _failed[type(error).__name__] += 1
            name = getattr(step, "func", step).__qualname__  # of a partial, its function's
            logger.error("%s of %s failed: %s", name, row, type(error).__name__)
    return done


def run_isolated(what, step):
    """What a step returns, or None with a line in the log: the type alone, as above."""
    try:
        return step()
    except Exception as error:
        logger.error("%s failed: %s", what, type(error).__name__)
        return None


def start():
    """A sweep begins: nothing has failed yet. That the worker is alive is left for the staff site."""
    _failed.clear()
    cache.set("sweep-began", timezone.now().timestamp(), None)


def record_failures():
    """A sweep is over: how many rows failed is kept for the staff site. Lost with the cache until the next one."""
    cache.set("sweep-failures", _failed.total(), SHOWN_FOR_SECONDS)
    cache.set("sweep-finished", timezone.now().timestamp(), None)


def last_failures():
    """How many rows failed at the last sweep."""
    return cache.get("sweep-failures", 0)


def last_sweep():
    """(when the last sweep began, when one last finished), aware; None for what the cache does not know."""
    found = cache.get_many(["sweep-began", "sweep-finished"])
    moments = (found.get("sweep-began"), found.get("sweep-finished"))
    return tuple(moment and datetime.fromtimestamp(moment, UTC) for moment in moments)
