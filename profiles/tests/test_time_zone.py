"""Product 37: the clock of a new member is asked of the browser, else of the member; a default is no answer."""

from importlib import import_module

import pytest
from django.apps import apps

from factories import member, pair
from profiles.models import Member
from testing.account_mails import confirm
from testing.pages import main_text
from testing.sign_up import sign_up

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
QUESTION = "Your time zone is set to UTC. Is that right?"
LEAST = {"name": "Noor", "language": "en-gb"}


def join(client, **more):
    sign_up(client, **more)
    return Member.objects.get()


def come_in(client):
    confirm(client, "noor@test.example")
    client.post("/accounts/login/", {"login": "noor@test.example", "password": "a-long-winter-night"})


@pytest.fixture
def newcomer():
    return member(time_zone="UTC", time_zone_confirmed=False)


@pytest.mark.parametrize(
    ("browser", "zone"),
    [
        ("America/Chicago", "America/Chicago"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("Europe/Kiev", "Europe/Kyiv"),
        (" Asia/Katmandu ", "Asia/Kathmandu"),
    ],
)
def test_the_zone_of_the_browser_is_taken(browser, zone, client):
    """Fault F10."""
    one = join(client, time_zone=browser)
    come_in(client)

    assert (one.time_zone, one.time_zone_confirmed) == (zone, True)
    assert "time zone" not in main_text(client.get("/"))


@pytest.mark.parametrize(
    "browser", [None, "", "UTC", "Mars/Olympus", "../../etc/passwd", "a\x00b", "x" * 3000, "<b>", "Etc/GMT+5"]
)
def test_without_a_known_zone_one_joins_all_the_same_and_is_asked(browser, client):
    """Fault F10."""
    one = join(client, **({} if browser is None else {"time_zone": browser}))
    come_in(client)

    assert (one.time_zone, one.time_zone_confirmed) == ("UTC", False)
    client.post("/start/looking-for/", {"skip-all": "1"})
    page = client.get("/")
    assert QUESTION in main_text(page)
    assert 'href="/profile/#id_time_zone"' in page.content.decode()


def test_the_page_of_joining_asks_the_browser_by_a_file_of_its_own(client):
    page = client.get("/accounts/signup/").content.decode()

    assert 'src="/static/js/time_zone.js"' in page
    assert '<input type="hidden" name="time_zone" data-browser-time-zone' in page


@pytest.mark.parametrize("page", ["", "new/", "rhythm/", "rhythm/new/"])
def test_the_pages_of_meetings_ask_too(page, as_, newcomer, mentor):
    together = pair(mentor, newcomer)

    assert QUESTION in main_text(as_(newcomer).get(f"/mentorships/{together.code}/meetings/{page}"))
    assert "Is that right?" not in main_text(as_(mentor).get(f"/mentorships/{together.code}/meetings/{page}"))


def test_the_own_meetings_ask_too(as_, newcomer):
    assert QUESTION in main_text(as_(newcomer).get("/meetings/"))


def test_a_profile_saved_without_a_zone_is_no_answer(as_, newcomer):
    client = as_(newcomer)
    page = client.get("/profile/").content.decode()
    assert '<option value="" selected>Choose your time zone</option>' in page

    assert client.post("/profile/", {**LEAST, "time_zone": ""}).status_code == 302
    assert QUESTION in main_text(client.get("/"))


@pytest.mark.parametrize(
    ("chosen", "kept"), [("UTC", "UTC"), ("Europe/London", "Europe/London"), ("Europe/Kiev", "Europe/Kyiv")]
)
def test_a_zone_that_was_chosen_is_the_answer(chosen, kept, as_, newcomer):
    client = as_(newcomer)
    client.post("/profile/", {**LEAST, "time_zone": chosen})

    one = Member.objects.get(pk=newcomer.pk)
    assert (one.time_zone, one.time_zone_confirmed) == (kept, True)
    assert "Is that right?" not in main_text(client.get("/"))
    assert "Choose your time zone" not in client.get("/profile/").content.decode()


def test_the_list_names_each_zone_once(as_, mentee):
    """Fault F18."""
    Member.objects.filter(pk=mentee.pk).update(time_zone="Asia/Calcutta")
    page = as_(mentee).get("/profile/").content.decode()

    for old in (
        "Europe/Kiev",
        "Asia/Calcutta",
        "Asia/Saigon",
        "America/Buenos_Aires",
        "US/Eastern",
        "Etc/UTC",
    ):
        assert f'value="{old}"' not in page
    assert page.count('value="Europe/Kyiv"') == 1
    assert '<option value="Asia/Kolkata" selected>' in page


def test_members_of_before_are_asked_only_if_they_have_the_default(newcomer):
    old = member(time_zone="Asia/Calcutta", time_zone_confirmed=False)
    import_module("profiles.migrations.0003_time_zone_confirmed").confirm(apps, None)

    old.refresh_from_db()
    newcomer.refresh_from_db()
    assert (old.time_zone, old.time_zone_confirmed) == ("Asia/Kolkata", True)
    assert (newcomer.time_zone, newcomer.time_zone_confirmed) == ("UTC", False)
