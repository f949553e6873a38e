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


def instants(wall, zone):
    """Every instant (aware, UTC) at which clocks in `zone` show the naive datetime `wall`: 0, 1 or 2."""
    both = {wall.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC) for fold in (0, 1)}
    return sorted(at for at in both if local_time(at, zone) == wall)


def instant(wall, zone, *, second=None):
    """The one instant (aware, UTC). Gap if there is none; Twice if two and `second` does not say which."""
    found = instants(wall, zone)
    if not found:
        raise NonexistentTime(wall)
    if len(found) == 2 and second is None:
        raise AmbiguousTime(found)
    return found[-1] if second else found[0]


def instant_of_calendar(wall, zone, *, second=False):
    """The instant a calendar takes (RFC 5545, 3.3.5): in a gap by the clock before it, never a question."""
    return wall.replace(tzinfo=ZoneInfo(zone), fold=int(bool(second))).astimezone(UTC)


def local_time(at, zone):
    """What clocks in `zone` show at an instant, to the minute (naive)."""
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None, second=0, microsecond=0, fold=0)


def parse_local(text):
    """`2027-03-28T15:00` as a naive datetime; ValueError for anything else."""
    return datetime.strptime(text, FORMAT)


def format_local(wall):
    """A naive datetime as `2027-03-28T15:00`."""
    return wall.strftime(FORMAT)
