"""Months, by the clock of the programme (UTC)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from dateutil.relativedelta import relativedelta

QUARTERS = (3, 6, 9, 12)


@dataclass(frozen=True)
class PublishedMonth:
    """One month. `first` is its first day."""

    first: date

    @classmethod
    def before(cls, now):
        """The last month that is over at this moment (aware)."""
        return cls(now.astimezone(UTC).date().replace(day=1) - relativedelta(months=1))

    @property
    def start(self):
        """The first moment of the month."""
        return datetime(self.first.year, self.first.month, 1, tzinfo=UTC)

    @property
    def end(self):
        """The first moment after it."""
        return self.start + relativedelta(months=1)

    @property
    def year_ago(self):
        """Where the twelve months begin that end with this one."""
        return self.end - relativedelta(years=1)

    @property
    def ends_a_quarter(self):
        """Whether this is March, June, September or December."""
        return self.first.month in QUARTERS

    def later(self, months):
        """The month so many later; earlier for a negative number."""
        return PublishedMonth(self.first + relativedelta(months=months))
