"""The month that is counted, and the days before it."""

from datetime import UTC, datetime, timedelta

from figures.counting import TABLES
from figures.months import PublishedMonth

MONTH = PublishedMonth(datetime(2027, 3, 1, tzinfo=UTC).date())


def count(table, month=MONTH):
    return TABLES.get(table).count(month)


def days(number):
    return timedelta(days=number)
