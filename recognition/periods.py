"""Months in which somebody took part. No day of a certificate is finer than a month: two of them would name a pair."""

from dataclasses import dataclass
from datetime import date

MENTORSHIP, TALK = "mentorship", "talk"


@dataclass(frozen=True)
class Period:
    """From a month to a month (their first days), both included; `goes_on` if it had not ended when it was written."""

    kind: str
    first: date
    last: date
    goes_on: bool = False

    def to_json(self):
        """As the certificate stores it."""
        return {
            "kind": self.kind,
            "first": _short(self.first),
            "last": _short(self.last),
            "goes_on": self.goes_on,
        }

    @classmethod
    def from_json(cls, entry):
        """And back."""
        first, last = (date.fromisoformat(f"{entry[name]}-01") for name in ("first", "last"))
        return cls(entry["kind"], first, last, entry["goes_on"])

    @property
    def after(self):
        """The first day that is past it."""
        return next_month(self.last)


def _short(month):
    return f"{month:%Y-%m}"


def month_of(day):
    """The first day of its month."""
    return day.replace(day=1)


def next_month(month):
    """The first day of the month after."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def merged(parts, today):
    """The `TakenPart`s as `Period`s, the oldest first: months that touch are one period, a gap stays a gap."""
    return [
        period
        for kind in (MENTORSHIP, TALK)
        for period in _joined(
            [_period(kind, *span, today) for part in parts if part.kind == kind for span in part.spans]
        )
    ]


def _period(kind, first, last, today):
    return Period(kind, month_of(first), month_of(last or today), goes_on=last is None)


def _joined(periods):
    done = []
    for period in sorted(periods, key=lambda period: period.first):
        if done and period.first <= done[-1].after:
            done[-1] = _both(done[-1], period)
        else:
            done.append(period)
    return done


def _both(one, other):
    return Period(one.kind, one.first, max(one.last, other.last), one.goes_on or other.goes_on)
