"""P8: the worker's own login is enough to count and freeze, and cannot thaw; the staff site's is enough to read."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from figures import publish, pulse, shown
from figures.models import Publication, PulseAsked
from figures.tests import world
from mentorships.models import Mentorship
from testing.logins import as_login, make, refused

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's"),
]
NOW = datetime(2027, 1, 2, 9, tzinfo=UTC)


@pytest.fixture
def programme(key):
    world.build(members=320, pairs=60, now=NOW)
    make()


def test_the_worker_counts_and_freezes(programme):
    with as_login("worker"):
        assert publish.publish_due(NOW) is True
        assert refused("UPDATE figures_publishednumber SET value = 0")
        assert refused("DELETE FROM figures_publishednumber")
        assert refused("UPDATE figures_publication SET month = '2026-01-01'")
        assert refused("UPDATE figures_pulsecount SET count = 0")


def test_the_worker_asks_the_questions_of_the_year(programme):
    Mentorship.objects.update(began_at=datetime(2026, 12, 1, tzinfo=UTC), ended_at=None, status="paused")
    with as_login("worker"):
        assert pulse.ask_yearly(datetime(2027, 5, 5, 12, tzinfo=UTC)) > 0
    assert PulseAsked.objects.exists()


def test_the_staff_site_reads_numbers_and_nothing_behind_them(programme):
    publish.publish_due(NOW)
    with as_login("staff"):
        assert shown.all_tables()
        assert refused("SELECT count(*) FROM figures_pulsecount")
        assert refused("SELECT count(*) FROM figures_pulseasked")
        assert refused("DELETE FROM figures_publication")
        assert refused("INSERT INTO figures_publishednumber (series) VALUES ('')")
    assert Publication.objects.count() == 1
