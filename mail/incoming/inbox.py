"""What comes in by mail: letters that come back, and whatever rooms above this one expect."""

from mail.incoming import verp
from mail.incoming.dsn import LARGEST, NotOurs

__all__ = ["LARGEST", "READERS", "NotOurs", "take_in"]

# Each takes a mail (bytes), or raises NotOurs. Rooms above add theirs when their app is ready.
READERS = [verp.take_report]


def take_in(raw):
    """Let the first take it that can. NotOurs, with the reason of each, if nobody does."""
    reasons = []
    for read in READERS:
        try:
            return read(raw)
        except NotOurs as reason:
            reasons.append(str(reason))
    raise NotOurs("; ".join(reasons))
