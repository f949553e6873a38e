"""Product 4: the first steps begin with what the browser says: its time zone, country and languages."""

import pytest

import factories
from profiles.models import Member
from profiles.tests.first_steps import address, again

pytestmark = pytest.mark.django_db


def test_the_zone_of_the_browser_brings_its_country_and_stays_changeable(as_, newcomer):
    page = as_(newcomer).get(address("where")).content.decode()

    assert 'value="KE" selected' in page and 'value="Africa/Nairobi" selected' in page
    assert "there now" in page
    as_(newcomer).post(address("where"), {"time_zone": "Europe/Lisbon"})
    assert again(newcomer).time_zone == "Europe/Lisbon"


def test_a_country_that_was_told_is_not_guessed_again(as_, newcomer):
    Member.objects.filter(pk=newcomer.pk).update(country="PT")

    assert 'value="PT" selected' in as_(newcomer).get(address("where")).content.decode()


def test_without_a_zone_the_browser_is_asked_and_nothing_is_confirmed(as_):
    one = factories.member(started_at=None, time_zone="UTC", time_zone_confirmed=False)
    client = as_(one)

    assert "data-browser-time-zone" in client.get(address("where")).content.decode()
    client.post(address("where"), {"country": "KE"})
    assert (again(one).time_zone, again(one).time_zone_confirmed) == ("UTC", False)
    client.post(address("where"), {"time_zone": "Africa/Nairobi"})
    assert again(one).time_zone_confirmed


@pytest.mark.parametrize(
    ("header", "ticked"),
    [("sw,en;q=0.5", ["en", "sw"]), ("", ["en"]), ("xx-klingon", ["en"]), ("," * 9000, ["en"])],
)
def test_the_languages_of_the_browser_are_ticked(header, ticked, as_, newcomer):
    page = as_(newcomer).get(address("languages"), headers={"Accept-Language": header}).content.decode()

    assert [slug for slug in ("en", "sw", "fr") if f'value="{slug}" checked' in page] == ticked
