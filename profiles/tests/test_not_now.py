"""Product 2, 3: a remembered "not now", and never asked twice."""

import pytest

from profiles.models import Member
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_the_doors_are_shown_until_somebody_says_not_now(as_, stranger):
    client = as_(stranger)
    assert 'class="door"' in client.get("/").content.decode()

    assert client.post("/profile/not-now/").url == "/"
    assert 'class="door"' not in client.get("/").content.decode()
    assert Member.objects.get().not_now_at


def test_it_can_be_taken_back(as_, stranger):
    client = as_(stranger)
    client.post("/profile/not-now/")
    client.post("/profile/not-now/", {"undo": "1"})

    assert Member.objects.get().not_now_at is None


def test_a_link_that_is_only_fetched_says_nothing(as_, stranger):
    assert as_(stranger).get("/profile/not-now/").status_code == 405


def test_after_not_now_everything_still_works(as_, stranger):
    client = as_(stranger)
    client.post("/profile/not-now/")

    assert "Find a mentor" in main_text(client.get("/mentors/"))
