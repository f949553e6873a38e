"""Product 29: notes that two write in: begun, carried on, read by version."""

import pytest

import factories
from mentorships.models import Note, NoteVersion
from mentorships.services import notes as services
from testing.notes import note_texts
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(pair):
    return f"/mentorships/{pair.code}/notes/"


@pytest.fixture
def one(here, note):
    return f"{here}{note.code}/"


def test_begun_by_one_and_carried_on_by_the_other(pair, here, as_, mentor, mentee):
    answer = as_(mentor).post(f"{here}new/", {"title": "Plan", "text": "one"})
    as_(mentee).post(f"{answer.url}edit/", {"title": "Plan", "text": "one\ntwo", "base": "1"})

    assert note_texts(pair.notes.get()) == [(2, mentee, "one\ntwo"), (1, mentor, "one")]
    for who in (mentor, mentee):
        page = main_text(as_(who).get(answer.url))
        assert "two" in page and "version 2" in page
        assert "Plan" in main_text(as_(who).get(here))


def test_older_versions_are_read_with_author_and_date(pair, one, as_, note, mentor, mentee):
    services.save_version(note, by=mentee, base=1, title="Plan", text="Nothing of it")

    page = main_text(as_(mentee).get(f"{one}versions/1/"))
    assert "three" in page and "Written by Rosalind" in page and "an earlier version of the note" in page
    assert "Edit this note" not in page


@pytest.mark.parametrize("number", ["0", "9", "9" * 30])
def test_a_version_that_is_not_there_is_not_found(number, one, as_, mentor):
    assert as_(mentor).get(f"{one}versions/{number}/").status_code == 404


def test_nothing_can_be_deleted(one, as_, mentor):
    assert as_(mentor).post(one).status_code == 405
    assert as_(mentor).post(f"{one}delete/").status_code == 404


def test_a_note_without_a_title_is_called_by_its_day(here, as_, mentor):
    as_(mentor).post(f"{here}new/", {"text": "Only this."})

    assert "Note from" in main_text(as_(mentor).get(here))


def test_the_same_words_again_make_no_version(one, note, as_, mentor, mentee):
    for who, base in ((mentor, "1"), (mentee, "1")):
        as_(who).post(f"{one}edit/", {"title": "Plan", "text": "one\ntwo\nthree", "base": base})

    assert len(note_texts(note)) == 1


def test_a_double_click_begins_one_note(pair, here, as_, mentor):
    for _ in range(2):
        as_(mentor).post(f"{here}new/", {"title": "Plan", "text": "one"})

    assert Note.objects.count() == NoteVersion.objects.count() == 1


def test_a_text_too_long_comes_back_whole(one, note, as_, mentor):
    long = "endless " * 3000
    page = as_(mentor).post(f"{one}edit/", {"text": long, "base": "1"}).content.decode()

    assert long.strip() in page
    assert "at most 20000 characters" in page
    assert 'name="base" value="1"' in page
    assert len(note_texts(note)) == 1


@pytest.mark.parametrize("text", factories.HOSTILE.values(), ids=factories.HOSTILE)
def test_hostile_text_is_refused_at_the_field_or_shown_as_text(text, pair, here, as_, mentor, mentee):
    for name in ("title", "text"):
        answer = as_(mentor).post(f"{here}new/", {"text": f"Hello {name}.", name: text})
        assert answer.status_code == 302 or "error-summary" in answer.content.decode()

    codes = pair.notes.values_list("code", flat=True)
    for page in (here, *(f"{here}{code}/{end}" for code in codes for end in ("", "edit/"))):
        shown = as_(mentee).get(page).content.decode()
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown
        assert "\u202e" not in shown


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_one_and_fifty_cost_the_same(who, pair, here, as_, statements, request):
    client = as_(request.getfixturevalue(who))
    counts = []
    for number in (1, 49):
        for turn in range(number):
            by = (pair.mentor, pair.mentee)[turn % 2]
            services.begin_note(pair, by=by, title="", text=f"{number}-{turn}")
        first = pair.notes.earliest("pk")
        for _ in range(number - 1):
            base = first.versions.count()
            services.save_version(first, by=pair.mentee, base=base, title="", text=f"{base} more")
        urls = (here, f"{here}{first.code}/", f"{here}{first.code}/edit/")
        counts.append([statements(client, url) for url in urls])

    assert counts[0] == counts[1]
    assert max(counts[0]) <= 12
