"""The programme's numbers: from the environment, read when needed, refused where they cannot be meant."""

import pytest

from mentoring.lib import env
from mentoring.lib.programme import ProgrammeNumbers, numbers


def test_without_the_environment_they_are_those_of_the_product(monkeypatch):
    """Products 21, 22, 25, 45, 60."""
    found = ProgrammeNumbers.from_environment()

    assert (found.request_reminder_days, found.request_expiry_days) == ((3, 7), 14)
    assert (found.open_requests_at_once, found.first_steps_days) == (3, (3, 10, 21))
    assert (found.closing_grace_days, found.wish_days) == (14, 14)


def test_each_is_a_variable_of_its_name(monkeypatch):
    monkeypatch.setenv("REQUEST_REMINDER_DAYS", "2, 5")
    monkeypatch.setenv("REQUEST_EXPIRY_DAYS", "9")
    monkeypatch.setenv("CONTACT_RHYTHM", "6-weeks")

    found = ProgrammeNumbers.from_environment()

    assert (found.request_reminder_days, found.request_expiry_days) == ((2, 5), 9)
    assert found.contact_rhythm == "6-weeks"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OPEN_REQUESTS_AT_ONCE", "0"),
        ("OPEN_REQUESTS_AT_ONCE", "three"),
        ("OPEN_REQUESTS_AT_ONCE", "²"),
        ("REQUEST_REMINDER_DAYS", "7,3"),
        ("REQUEST_REMINDER_DAYS", "3"),
        ("REQUEST_REMINDER_DAYS", "3,x"),
        ("REQUEST_EXPIRY_DAYS", "7"),
        ("STILL_WILLING_END_DAYS", "28"),
        ("CONTACT_RHYTHM", "daily"),
        ("CLOSING_GRACE_DAYS", "-1"),
    ],
)
def test_what_cannot_be_meant_stops_the_start_in_one_line(name, value, monkeypatch):
    monkeypatch.setenv(name, value)

    with pytest.raises(env.OddSetting, match=f"^{name}: expected [^\n]+$"):
        ProgrammeNumbers.from_environment()


def test_they_are_read_at_the_moment_they_are_asked_for(settings):
    settings.PROGRAMME_NUMBERS = ProgrammeNumbers(wish_days=3)

    assert numbers().wish_days == 3
