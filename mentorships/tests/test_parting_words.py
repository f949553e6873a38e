"""Product 35: thanks and a reflection after the end, and a new focus that begins a new mentorship."""

import pytest

import factories
from mentorships.models import OwnNote, Thanks
from mentorships.tests.parting_pages import url
from testing.mails import mails_to


def test_thanks_after_the_end_are_said_once(ended, as_, mentor, mentee):
    """F9: a double click, or a second thought: what was said stays."""
    client = as_(mentee)
    client.post(url(ended, "end/thanks/"), {"thanks": "first"})
    again = client.post(url(ended, "end/thanks/"), {"thanks": "first"}, follow=True)
    page = client.post(url(ended, "end/thanks/"), {"thanks": "second"})

    assert "already" in again.content.decode()
    assert (again.status_code, page.status_code) == (200, 409)
    assert ">second</textarea>" in page.content.decode()  # fault F9: typed, and not lost
    assert Thanks.objects.get().text == "first"
    assert mails_to(mentor).count("mentorships/thanks_given") == 1


def test_a_reflection_can_be_changed_and_only_its_author_sees_it(ended, as_, mentor, mentee):
    """Product 35."""
    client = as_(mentee)
    for text in ("one", "two"):
        client.post(url(ended, "end/reflection/"), {"reflection": text})

    assert [note.text for note in OwnNote.objects.all()] == ["two"]
    assert "two" in client.get(url(ended, "end/")).content.decode()
    assert "<textarea" in as_(mentor).get(url(ended, "end/")).content.decode()
    assert ">two<" not in as_(mentor).get(url(ended, "end/")).content.decode()


@pytest.mark.parametrize("name", ("thanks", "reflection"))
def test_too_long_is_said_and_handed_back(name, ended, as_, mentee):
    """Bad input."""
    page = as_(mentee).post(url(ended, f"end/{name}/"), {name: "x" * 5001})

    assert page.status_code == 200
    assert "5001" in page.content.decode()
    assert "x" * 5001 in page.content.decode()


def test_a_new_focus_begins_a_new_one(ended, as_, mentor, mentee):
    """Product 33: the archive of the old one stays beside it."""
    page = as_(mentee).get(url(ended, "end/")).content.decode()
    assert f"/mentors/{mentor.code}/ask/" in page
    again = factories.pair(mentor, mentee, focus="leadership")

    shown = as_(mentee).get("/mentorships/").content.decode()
    assert again.get_absolute_url() in shown
    assert ended.get_absolute_url() in shown
