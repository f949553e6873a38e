"""Product 38: how meetings stand in one's own calendar: discreet unless one says otherwise, and a feed if wanted."""

import re

import pytest
from django.test import Client

import factories
from meetings.models import CalendarSettings
from meetings.views import calendar
from testing.meeting_pages import openly
from testing.pages import main_text

pytestmark = pytest.mark.django_db
PAGE, RENEW = "/meetings/calendar/", "/meetings/calendar/renew/"


def mine(member):
    return CalendarSettings.objects.get(member=member)


def test_whoever_only_looks_makes_no_row(as_, mentee):
    page = main_text(as_(mentee).get(PAGE))

    assert "Keep meetings discreet" in page and "Create a calendar feed" in page
    assert not CalendarSettings.objects.exists()


def test_everybody_is_discreet_until_they_say_otherwise(as_, mentee):
    assert CalendarSettings.objects.discreet(mentee)
    assert re.search(r'<input[^>]+name="discreet"[^>]+checked', as_(mentee).get(PAGE).content.decode())
    as_(mentee).post(PAGE, {})
    assert not CalendarSettings.objects.discreet(mentee)
    as_(mentee).post(PAGE, {"discreet": "on"})
    assert CalendarSettings.objects.discreet(mentee)


def test_one_s_choice_is_not_the_other_s(as_, mentor, mentee):
    as_(mentee).post(PAGE, {})

    assert CalendarSettings.objects.discreet(mentor)


def test_to_choose_makes_no_feed_and_keeps_the_one_that_is_there(as_, mentee):
    as_(mentee).post(PAGE, {})
    assert mine(mentee).feed is None
    as_(mentee).post(RENEW)
    feed = mine(mentee).feed
    as_(mentee).post(PAGE, {"discreet": "on"})

    assert mine(mentee).feed == feed and mine(mentee).discreet


def test_to_make_a_feed_keeps_what_was_chosen(as_, mentee):
    openly(mentee)
    as_(mentee).post(RENEW)

    assert not mine(mentee).discreet and len(mine(mentee).feed) >= 43


def test_the_address_stands_on_the_page_of_its_member_alone(as_, mentor, mentee):
    feed = CalendarSettings.objects.renew(mentee).feed_secret

    page = as_(mentee).get(PAGE).content.decode()
    assert f"/calendar/{feed}.ics" in page and f'href="webcal://127.0.0.1:8000/calendar/{feed}.ics"' in page
    assert feed not in as_(mentor).get(PAGE).content.decode()


def test_two_first_choices_at_once_are_both_kept(at_once):
    member = factories.member()

    def choose():
        client = Client(raise_request_exception=False)
        client.force_login(member)
        return client.post(PAGE, {}).status_code

    assert at_once([choose] * 4) == [302] * 4
    assert not mine(member).discreet


def test_a_new_address_is_not_undone_by_a_choice_that_was_on_its_way(as_, mentee, monkeypatch):
    """The page was read, the feed renewed in another tab, then the choice was kept."""
    old = CalendarSettings.objects.renew(mentee).feed
    form = calendar.CalendarForm

    def and_renewed(*args, **kwargs):
        made = form(*args, **kwargs)
        CalendarSettings.objects.renew(mentee)
        return made

    monkeypatch.setattr(calendar, "CalendarForm", and_renewed)
    as_(mentee).post(PAGE, {})

    assert mine(mentee).feed != old and not mine(mentee).discreet
