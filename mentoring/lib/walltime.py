"""What a clock on the wall shows, in a zone, and the instant it means: none in a gap, two in an overlap.

A meeting keeps the wall time and the zone of whoever set it; the instant follows from both, and may
follow differently once a country changes its clocks (P26).
"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

FORMAT = "%Y-%m-%dT%H:%M"


class NonexistentTime(ValueError):
    """No clock in this zone ever shows this time: it is skipped when clocks go forward."""


class AmbiguousTime(ValueError):
    """Clocks show this time twice. `instants` holds both, the earlier one first (aware, UTC)."""

    def __init__(self, instants):
        super().__init__(instants)
        self.instants = instants


def instants(local_time, zone):
    """Every instant (aware, UTC) at which clocks in `zone` show the naive datetime `local_time`: 0, 1 or 2."""
    both = {local_time.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC) for fold in (0, 1)}
    return sorted(at for at in both if to_local(at, zone) == local_time)


def instant(local_time, zone, *, fold=None):
    """The one instant (aware, UTC). NonexistentTime if there is none; AmbiguousTime if two and no `fold`."""
    found = instants(local_time, zone)
    if not found:
        raise NonexistentTime(local_time)
    if len(found) == 2 and fold is None:
        raise AmbiguousTime(found)
    return found[-1] if fold else found[0]


def instant_of_calendar(local_time, zone, *, fold=False):
    """The instant a calendar takes (RFC 5545, 3.3.5): in a gap by the clock before it, never a question."""
    return local_time.replace(tzinfo=ZoneInfo(zone), fold=int(bool(fold))).astimezone(UTC)


def to_local(at, zone):
    """What clocks in `zone` show at an instant, to the minute (naive)."""
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None, second=0, microsecond=0, fold=0)


def parse_local(text):
    """`2027-03-28T15:00` as a naive datetime; ValueError for anything else."""
    return datetime.strptime(text, FORMAT)


def format_local(local_time):
    """A naive datetime as `2027-03-28T15:00`."""
    return local_time.strftime(FORMAT)
