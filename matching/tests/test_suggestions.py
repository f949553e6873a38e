"""Product 12, 13, 15: mentors to think of, each with its reasons in words."""

import pytest

from factories import member, mentor
from profiles import services
from profiles.models import MentorProfile
from testing.pages import main_text

pytestmark = pytest.mark.django_db
COLLEGE = {"library_type": "academic-college", "helps_with": ["isolation"]}


@pytest.fixture
def seeker(db):
    return member(
        seeking=["isolation"],
        library_type="academic-college",
        country="KE",
        time_zone="Africa/Nairobi",
        library_size="solo",
    )


def suggested(client, address="/mentors/"):
    page = client.get(address)
    start = page.content.find(b"suggested-head")
    return "" if start < 0 else page.content.decode()[start:].split("</section>")[0]


def test_somebody_alike_is_suggested_with_the_reasons(as_, seeker):
    mentor(name="Alike Indeed", library_size="solo", **COLLEGE)

    text = suggested(as_(seeker))

    assert "Alike Indeed" in text
    for reason in ("helps with feeling less isolated", "same kind of library", "also works solo"):
        assert reason in text.lower()


def test_one_comes_from_somewhere_quite_different(as_, seeker):
    for _ in range(3):
        mentor(**COLLEGE)
    mentor(name="Far Away", library_type="law", helps_with=["isolation"])

    assert "Far Away" in suggested(as_(seeker))
    assert "somewhere quite different" in suggested(as_(seeker))


def test_at_most_three_and_never_a_percentage(as_, seeker):
    for _ in range(6):
        mentor(**COLLEGE)

    text = suggested(as_(seeker))

    assert 1 <= text.count("<li>") <= 3
    assert "%" not in text


def test_nobody_without_room_and_not_oneself(as_):
    me = mentor(name="Me Myself", seeking=["isolation"], **COLLEGE).member
    full = mentor(name="Full Up", capacity=1, **COLLEGE)
    mentor(name="Free Today", **COLLEGE)
    services.take_place(full.member)

    text = suggested(as_(me))

    assert "Free Today" in text
    assert "Full Up" not in text
    assert "Me Myself" not in text


def test_a_search_a_filter_or_a_second_page_brings_none(as_, seeker):
    mentor(**COLLEGE)
    client = as_(seeker)

    assert suggested(client)
    for address in ("?q=cataloging", "?country=KE", "?sort=name"):
        assert suggested(client, f"/mentors/{address}") == ""


def test_who_has_said_nothing_is_asked_to_say_what_they_look_for(as_, stranger):
    mentor()
    client = as_(stranger)

    assert suggested(client) == ""
    assert "Say what you’re looking for" in main_text(client.get("/mentors/"))


def test_somebody_put_out_of_sight_is_not_suggested(as_, seeker):
    profile = mentor(name="Not This One", **COLLEGE)
    client = as_(seeker)
    client.post(f"/mentors/{profile.member.code}/mark/hidden/")

    assert "Not This One" not in suggested(client)
    assert MentorProfile.objects.count() == 1
