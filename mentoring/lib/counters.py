"""How often somebody has tried something in the last minutes: counted in the cache that all processes share."""

import time

from django.core.cache import cache

from mentoring.lib.signed import keyed_hash


def count(what, whom, *, seconds):
    """One more try at `what` by `whom` (an address of the network or of mail; only its hash is kept); how many now.

    Windows of `seconds` stand side by side: at their border twice as many may pass.
    """
    key = _key(what, whom, seconds)
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key)
    except ValueError:  # it ran out between the two
        return 1


def counted(what, whom, *, seconds):
    """How many there have been in this window, without counting one more."""
    return cache.get(_key(what, whom, seconds), 0)


def _key(what, whom, seconds):
    return f"tries:{what}:{keyed_hash(whom, salt=what)}:{int(time.time() // seconds)}"
