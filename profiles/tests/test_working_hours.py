"""Product 7: working days, hours, months away and hours a month: each at its limits, and never half."""

import pytest
from django.utils import timezone

from factories import member
from profiles.forms import MemberForm
from profiles.forms.fields import time_zones
from profiles.models import Member

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
LEAST = {"name": "Amina", "time_zone": "Africa/Nairobi", "language": "en-gb"}


def errors(**given):
    form = MemberForm(LEAST | given, instance=member())
    form.is_valid()
    return form.errors


def save(client, **given):
    assert client.post("/profile/", LEAST | given).status_code == 302
    return Member.objects.get()


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        ("09:00", "", "work_to"),
        ("", "17:00", "work_from"),
        ("17:00", "09:00", "work_to"),
        ("09:00", "09:00", "work_to"),
    ],
)
def test_working_hours_are_two_times_in_their_order(start, end, field):
    assert list(errors(work_from=start, work_to=end)) == [field]


@pytest.mark.parametrize("times", [("", ""), ("00:00", "23:59"), ("09:00", "09:01"), ("00:00", "00:01")])
def test_any_two_times_in_their_order_are_working_hours(times):
    """Midnight is a time like any other, though it counts as nothing in a condition of other languages."""
    assert not errors(work_from=times[0], work_to=times[1])


@pytest.mark.parametrize("wrong", ["25:00", "9 o’clock", "-1:00", "09:00\x00", "<b>"])
def test_what_is_no_time_is_one_error_at_its_field_and_none_at_the_other(wrong):
    of_fields = errors(work_from=wrong, work_to="17:00")

    assert list(of_fields) == ["work_from"]
    assert len(of_fields["work_from"]) == 1


@pytest.mark.parametrize(
    ("field", "values", "refused"),
    [
        ("work_days", ["0", "6"], False),
        ("work_days", ["7"], True),
        ("work_days", ["-1"], True),
        ("work_days", ["Monday"], True),
        ("months_away", ["1", "12"], False),
        ("months_away", ["0"], True),
        ("months_away", ["13"], True),
        ("months_away", ["7", "July"], True),
        ("hours_per_month", "0", False),
        ("hours_per_month", "100", False),
        ("hours_per_month", "101", True),
        ("hours_per_month", "-1", True),
        ("hours_per_month", "1.5", True),
        ("hours_per_month", "four", True),
    ],
)
def test_days_months_and_hours_have_their_limits(field, values, refused):
    assert (field in errors(**{field: values})) is refused


def test_days_and_months_are_kept_as_numbers(as_):
    kept = save(
        as_(member()), work_days=["0", "4"], months_away=["7", "12"], work_from="09:00", work_to="17:30"
    )

    assert (kept.work_days, kept.months_away) == ([0, 4], [7, 12])
    assert (f"{kept.work_from:%H:%M}", f"{kept.work_to:%H:%M}") == ("09:00", "17:30")


def test_what_was_told_can_be_taken_back(as_):
    client = as_(member())
    save(client, work_days=["0"], months_away=["7"], work_from="09:00", work_to="17:00", hours_per_month="4")

    kept = save(client)

    assert (kept.work_days, kept.months_away, kept.hours_per_month) == ([], [], None)
    assert (kept.work_from, kept.work_to) == (None, None)


def test_every_month_away_is_a_choice_too(as_):
    kept = save(as_(member()), months_away=[str(month) for month in range(1, 13)])

    assert kept.months_away == list(range(1, 13))
    assert kept.away_at(timezone.now())


@pytest.mark.parametrize("zone", ["UTC", "Africa/Nairobi", "America/Argentina/Buenos_Aires"])
def test_a_time_zone_is_a_place(zone):
    assert not errors(time_zone=zone)


@pytest.mark.parametrize("zone", ["GMT+3", "Etc/GMT+3", "No/Such", "africa/nairobi", "../x"])
def test_something_else_is_no_time_zone(zone):
    assert list(errors(time_zone=zone)) == ["time_zone"]


def test_time_zones_stand_once_each_under_their_continent():
    groups = dict(time_zones())
    names = [name for zones in groups.values() for name, _label in zones]

    assert len(names) == len(set(names)) > 300
    assert ("America/New_York", "New York") in groups["America"]
