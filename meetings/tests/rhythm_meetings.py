"""The meetings of a rhythm, as they stand."""

from datetime import timedelta

from mentoring.lib import walltime


def ahead(pair):
    """The wall times of all that stands."""
    rows = pair.meetings.filter(status="agreed").order_by("starts_at")
    return list(rows.values_list("local_time", flat=True))


def local_times(run, status="agreed"):
    return [
        walltime.parse_local(local_time)
        for local_time in run.meetings.filter(status=status)
        .order_by("planned")
        .values_list("planned", flat=True)
    ]


def whole(days):
    """Every week, none twice."""
    return {b - a for a, b in zip(days, days[1:], strict=False)} == {timedelta(days=7)}
