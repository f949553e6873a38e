"""Product 56: announcements at the top of the first page, for whom and as long as coordinators say."""

from functools import partial

import pytest

from configuration import services
from testing.announcements import announced, day
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def shown_to(client, member):
    services.forget()
    client.force_login(member)
    return main_text(client.get("/"))


@pytest.fixture
def announce(coordinator):
    """`announce(field=value)`: an announcement that holds."""
    return partial(announced, coordinator)


def test_everyone_who_is_signed_in_sees_it_on_the_first_page(announce, client, mentor, mentee):
    announce()

    for member in (mentor, mentee):
        page = shown_to(client, member)
        assert "Summer meeting" in page and "Read more: Summer meeting" in page
    client.logout()
    assert "Summer meeting" not in main_text(client.get("/"))


@pytest.mark.parametrize(
    ("fields", "mentors", "mentees"),
    [
        ({"audience": "mentors"}, True, False),
        ({"audience": "mentees"}, False, True),
        ({"language": "es"}, False, False),
        ({"language": "en-gb"}, True, True),
        ({"starts_on": day(3)}, False, False),
        ({"starts_on": day(-20), "ends_on": day(-2)}, False, False),
        ({"ends_on": day(0)}, True, True),
        ({"withdrawn": True}, False, False),
    ],
)
def test_only_those_it_is_for_and_only_while_it_runs(
    fields, mentors, mentees, announce, client, mentor, mentee
):
    announce(**fields)

    assert ("Summer meeting" in shown_to(client, mentor)) is mentors
    assert ("Summer meeting" in shown_to(client, mentee)) is mentees


def test_the_first_page_takes_no_statement_more_and_three_are_shown(announce, mentee, as_, statements):
    services.forget(for_seconds=3600)
    without = statements(as_(mentee), "/")
    for number in range(50):
        announce(title=f"Number {number}")
    services.forget()
    page = main_text(as_(mentee).get("/"))

    assert page.count("Read more:") == 3 and "Number 49" in page
    assert statements(as_(mentee), "/") == without
