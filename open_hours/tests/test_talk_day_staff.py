"""Product 69: coordinators set a day and see mentors, tables and numbers; never who booked, nor what about."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

import factories
from open_hours.models import TalkDay
from open_hours.services import booking, days, waiting
from testing.logins import as_login, make

pytestmark = pytest.mark.django_db
ADD = "/admin/open_hours/talkday/add/"


def typed(**more):
    on = timezone.localdate() + timedelta(days=20)
    return {
        "name": "Conference",
        "on": on.isoformat(),
        "zone": "Africa/Nairobi",
        "starts": "10:00",
        "ends": "12:00",
        "minutes": "20",
        "place": "Hall 4",
        "tables": "5",
        "text": "Bring a question.",
    } | more


@pytest.fixture
def day(mentor, mentee):
    """A day with a table, a booking and somebody who waits."""
    day = TalkDay.objects.create(**typed(on=timezone.localdate() + timedelta(days=20), minutes=20, tables=5))
    day.refresh_from_db()
    first, *_others = days.take_table(day, mentor, table=2, first=0, last=2, focuses=[])
    booking.book(first, by=mentee, focus="leadership", about="What first?")
    waiting.TalkWait.objects.create(day=day, member=factories.member(name="Wanda Waits"))
    return day


def test_a_coordinator_sets_a_day(staff_site, as_, coordinator):
    answer = as_(coordinator).post(ADD, typed())

    assert answer.status_code == 302
    assert len(TalkDay.objects.get().times) == 6


def test_a_new_day_begins_in_the_coordinators_own_zone(staff_site, as_, coordinator):
    coordinator.time_zone = "Africa/Nairobi"
    coordinator.save()
    page = as_(coordinator).get(ADD).content.decode()

    assert '<option value="Africa/Nairobi" selected>' in page
    assert "cannot be changed once the day is saved" in page


@pytest.mark.parametrize(
    "wrong",
    [{"ends": "10:10"}, {"on": "2020-01-01"}, {"tables": "0"}, {"zone": "Mars/Base"}, {"minutes": "7"}],
)
def test_a_day_that_cannot_be_is_refused(wrong, staff_site, as_, coordinator):
    assert as_(coordinator).post(ADD, typed(**wrong)).status_code == 200 or wrong == {"zone": "Mars/Base"}
    assert not TalkDay.objects.exclude(zone="UTC").exists()


def test_coordinators_see_mentors_tables_and_numbers_and_never_who(day, staff_site, as_, coordinator):
    client = as_(coordinator)
    pages = [
        client.get(f"/admin/open_hours/talkday/{page}").content.decode() for page in ("", f"{day.pk}/change/")
    ]

    assert "Table 2, 10:00 to 11:00: Rosalind Achterberg; 1 of 3 booked" in pages[1]
    assert f'href="http://127.0.0.1:8000/open-hours/days/{day.code}/programme/"' in pages[1]
    for page in pages:
        assert "Amina Otieno" not in page and "Wanda" not in page and "What first?" not in page


def test_tables_are_not_taken_from_under_a_mentor(day, staff_site, as_, coordinator):
    address = f"/admin/open_hours/talkday/{day.pk}/change/"
    kept = {"name": "Renamed", "place": "Hall 5", "text": ""}
    as_(coordinator).post(address, kept | {"tables": "1"})
    assert TalkDay.objects.get().name == "Conference"
    as_(coordinator).post(address, kept | {"tables": "2"})

    assert (TalkDay.objects.get().name, TalkDay.objects.get().tables) == ("Renamed", 2)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's")
def test_the_login_of_the_staff_site_is_enough(day, staff_site, as_, coordinator):
    client = as_(coordinator)
    make()
    with as_login("staff"):
        for page in ("", f"{day.pk}/change/", "add/"):
            assert client.get(f"/admin/open_hours/talkday/{page}").status_code == 200
        assert client.post(ADD, typed(name="Another")).status_code == 302
        changed = {"name": "Renamed", "place": "Hall 5", "text": "", "tables": "4"}
        assert client.post(f"/admin/open_hours/talkday/{day.pk}/change/", changed).status_code == 302
