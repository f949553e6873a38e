"""Product 27: my mentorships, going on and ended."""

import pytest

from factories import member, mentor, pair
from mentorships import services
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_what_goes_on_stands_before_what_has_ended(as_, mentee):
    ended = pair(mentor(name="Ended Early").member, mentee)
    pair(mentor(name="Going Strong").member, mentee)
    services.end(ended, by=mentee)

    page = main_text(as_(mentee).get("/mentorships/"))

    assert page.index("Going Strong") < page.index("Ended Early")


def test_nobody_sees_those_of_others(pair, as_, stranger, coordinator):
    for who in (stranger, coordinator):
        page = main_text(as_(who).get("/mentorships/"))
        assert "No mentorships yet" in page
        assert "Rosalind" not in page


def test_one_and_many_cost_the_same(as_, mentee, statements):
    client = as_(mentee)
    counts = []
    for number in (1, 24):
        for _ in range(number):
            pair(mentor().member, mentee)
        counts.append(statements(client, "/mentorships/"))

    assert counts[0] == counts[1] <= 12


@pytest.mark.parametrize("asked", ["1", "999", "-1", "abc"])
def test_any_page_is_answered(asked, as_, mentee):
    for _ in range(21):
        pair(mentor().member, mentee)

    assert as_(mentee).get("/mentorships/", {"page": asked}).status_code == 200


def test_both_sides_of_a_member_who_is_both(as_):
    both = mentor(name="Both Ways").member
    pair(both, member(name="My Mentee"))
    pair(mentor(name="My Mentor").member, both)

    page = main_text(as_(both).get("/mentorships/"))

    assert "You’re the mentor" in page
    assert "Your mentor" in page
