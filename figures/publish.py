"""Once a month: count, round, freeze. It may run late, twice, or side by side."""

import logging

from django.db import IntegrityError, transaction
from django.utils import timezone

from figures.counting import TABLES
from figures.counting.people import PARTICIPANTS, members_at
from figures.key import WrongKey, check_key, fingerprint
from figures.models import Publication, PublishedNumber
from figures.months import PublishedMonth
from figures.rounding import TEN_FOR_SURE, People, Rounding

logger = logging.getLogger("mentoring.figures")
MONTHLY_FROM = 300  # participants: below that, breakdowns appear once a quarter


def publish_due(now=None):
    """Publish the last month that is over, if nobody has. Whether this call did.

    A month that was missed altogether stays without figures: nothing is counted for it afterwards.
    """
    month = PublishedMonth.before(now or timezone.now())
    if Publication.objects.filter(month__gte=month.first).exists() or not members_at(month.end).exists():
        return False
    try:
        return publish_month(month)
    except WrongKey as error:
        logger.error("%s", error)
        return False


def publish_month(month):
    """Count and freeze one month. False if somebody else was quicker. WrongKey without the key of before."""
    rounding = Rounding(check_key())
    everything = month.ends_a_quarter or not Publication.objects.exists()  # the first page is not half empty
    with_breakdowns = everything or _participants(month, rounding) >= MONTHLY_FROM
    tables = [
        table
        for table in TABLES
        if everything or not (table.quarterly or table.breakdown and not with_breakdowns)
    ]
    numbers = [number for table in tables for number in round_table(table, month, rounding)]
    try:
        with transaction.atomic():
            publication = Publication.objects.create(
                month=month.first,
                counted_on=timezone.now().date(),
                with_breakdowns=with_breakdowns,
                key=fingerprint(),
            )
            for number in numbers:
                number.publication = publication
            PublishedNumber.objects.bulk_create(numbers, batch_size=500)
    except IntegrityError:
        return False
    return True


def _participants(month, rounding):
    """As published: the true number would tell when it passes the bound."""
    people = TABLES.get("people")
    return rounding.publish(people.count(month)[PARTICIPANTS], spread=people.spread, step=people.step)


def round_table(table, month, rounding):
    """The numbers of one table, not saved. Its groups are forgotten with this call."""
    for (row, series), group in groups_of(table, month, rounding).items():
        value = rounding.publish(group, spread=table.spread, step=table.step)
        yield PublishedNumber(table=table.key, row=row, series=series, value=value)


def groups_of(table, month, rounding):
    """{(row, series): group} of all rows that are shown; what has no row of its own is in the row ""."""
    counted = {
        key if isinstance(key, tuple) else (key, ""): group for key, group in table.count(month).items()
    }
    rows = _named(counted, rounding) if table.typed else table.row_labels()
    groups = {(row, series): table.empty() for row in rows for series in table.series}
    for (row, series), group in counted.items():
        key = (row if row in rows else "", series)
        groups[key] = People(groups[key].members | group.members) if row not in rows else group
    return groups


def _named(counted, rounding):
    """What members typed, as far as enough of them did; and "" for the rest."""
    enough = [row for (row, _), group in counted.items() if rounding.publish(group) >= TEN_FOR_SURE]
    return [*sorted(row for row in enough if row), ""]
