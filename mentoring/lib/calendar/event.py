"""One event, before it is written."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class Event:
    """One VEVENT before it is written. Times are aware and in UTC, but for those of a rule.

    With `rule`, `starts` and `planned` are naive wall times in `zone`, and `left_out` too.
    """

    uid: UUID
    sequence: int
    starts: datetime
    ends: datetime
    summary: str
    description: str
    url: str
    location: str = ""
    zone: str = "UTC"
    rule: str = ""
    left_out: list = field(default_factory=list)  # wall times of the rule at which nothing is
    planned: datetime | None = None  # this is one of a rule's, planned for then (naive wall time)
    cancelled: bool = False
