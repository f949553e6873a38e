"""What comes in by mail: delivery reports, and whatever rooms above this one expect."""

from mail.incoming.dsn import LARGEST, NotOurs
from mentoring.lib.registry.base import Hooks

__all__ = ["LARGEST", "READERS", "NotOurs", "take_in"]

# Each takes a mail (bytes), or raises NotOurs. Rooms register theirs in their hooks.py.
READERS = Hooks()


def take_in(raw):
    """Let the first take it that can. NotOurs, with the reason of each, if nobody does."""
    reasons = []
    for reader in READERS:
        try:
            return reader.call(raw)
        except NotOurs as reason:
            reasons.append(str(reason))
    raise NotOurs("; ".join(reasons))
