"""P21: twenty-six days, every third hour, through three clock changes, in six zones. A whole year hour by hour: `make chaostest`."""

from datetime import UTC, datetime

import pytest

from testing.year import Year

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_each_once_in_waking_hours_through_clock_changes(clock, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    clock.now = datetime(2027, 3, 10, 9, 30, tzinfo=UTC)
    year = Year(clock)
    year.pass_by(26, hours=3)

    assert list(year.troubles()) == []
    assert len(year.sent) >= 10
