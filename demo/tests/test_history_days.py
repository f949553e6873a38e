"""The half year of the demonstration is whole on whatever day it is told."""

from datetime import UTC, datetime
from unittest.mock import patch

import pytest
from django.core.management import call_command

from meetings.models import Meeting

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.mark.parametrize(
    "today",
    ("2026-12-31T23:20", "2027-03-28T00:40", "2027-03-31T12:00", "2028-02-29T10:00", "2027-10-31T01:30"),
)
def test_it_can_be_told_on_any_day(today):
    moment = datetime.fromisoformat(today).replace(tzinfo=UTC)
    then = type("Then", (datetime,), {"now": lambda tz=None: moment})
    with patch("django.utils.timezone.datetime", then):
        call_command("demo")

    coming = Meeting.objects.filter(status="agreed").earliest("starts_at")
    assert coming.starts_at > moment
    assert coming.items.count() == 3
