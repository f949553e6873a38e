"""Product 29: notes for oneself alone: written, changed, deleted."""

import pytest

import factories
from mentorships import services as life
from mentorships.models import OwnKind, OwnNote
from mentorships.services import notes as services
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(pair):
    return f"/mentorships/{pair.code}/notes/own/"


@pytest.fixture
def one(here, own):
    return f"{here}{own.code}/"


def test_written_read_changed_and_deleted_by_its_author(here, as_, mentee):
    client = as_(mentee)
    assert client.post(f"{here}new/", {"text": "I was afraid."}).url == here
    page = client.get(here)
    assert "I was afraid." in main_text(page)
    assert "Only you can read this" in main_text(page)

    own = OwnNote.objects.get()
    client.post(f"{here}{own.code}/edit/", {"text": "I am not any more."})
    assert OwnNote.objects.get().text == "I am not any more."
    assert "This cannot be undone" in main_text(client.get(f"{here}{own.code}/delete/"))
    assert OwnNote.objects.count() == 1
    client.post(f"{here}{own.code}/delete/")
    assert OwnNote.objects.count() == 0


def test_a_reflection_is_not_among_the_notes(pair, here, as_, mentee):
    reflection = OwnNote(mentorship=pair, author=mentee, kind=OwnKind.REFLECTION, text="At the end.")
    reflection.save()

    assert "At the end." not in main_text(as_(mentee).get(here))
    assert as_(mentee).get(f"{here}{reflection.code}/edit/").status_code == 404


def test_a_double_click_keeps_one(here, as_, mentee):
    for _ in range(2):
        as_(mentee).post(f"{here}new/", {"text": "Once."})

    assert OwnNote.objects.count() == 1


def test_the_same_words_kept_by_both_are_two_notes(pair, here, as_, mentor, mentee):
    for who in (mentor, mentee):
        as_(who).post(f"{here}new/", {"text": "We are both here."})
        assert main_text(as_(who).get(here)).count("We are both here.") == 1

    assert OwnNote.objects.count() == 2


def test_after_the_end_it_is_read_and_can_still_be_deleted(pair, here, one, as_, mentor, mentee):
    """Product 31; what was for oneself alone stays one's own to throw away."""
    life.end(pair, by=mentor)
    client = as_(mentee)

    assert "afraid" in main_text(client.get(here))
    for url in (f"{here}new/", f"{one}edit/"):
        assert client.get(url).url == here
        page = main_text(client.post(url, {"text": "Too late?"}))
        assert "has ended" in page and "Too late?" in page
    assert OwnNote.objects.get().text == "I was afraid to ask."
    client.post(f"{one}delete/")
    assert OwnNote.objects.count() == 0


def test_words_typed_by_somebody_signed_out_come_back(here, client):
    page = client.post(f"{here}new/", {"text": "Long words. " * 9})

    assert page.status_code == 403
    assert "Long words." in page.content.decode()


@pytest.mark.parametrize("text", factories.HOSTILE.values(), ids=factories.HOSTILE)
def test_hostile_text_is_refused_at_the_field_or_shown_as_text(text, here, as_, mentee):
    answer = as_(mentee).post(f"{here}new/", {"text": text})
    assert answer.status_code == 302 or "error-summary" in answer.content.decode()

    shown = as_(mentee).get(here).content.decode()
    assert "<script>alert" not in shown
    assert "<img src=x" not in shown
    assert "\u202e" not in shown


def test_one_and_fifty_cost_the_same(pair, here, as_, mentee, statements):
    client = as_(mentee)
    counts = []
    for number in (1, 49):
        for turn in range(number):
            services.keep_own_note(pair, by=mentee, text=f"{number}-{turn}")
        counts.append(statements(client, here))

    assert counts[0] == counts[1] <= 12
