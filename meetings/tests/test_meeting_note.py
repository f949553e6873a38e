"""Product 40: shared notes on a meeting: begun once, sealed, readable afterwards among the notes of the pair."""

import pytest
from django.db import connection
from django.test import Client

import factories
from meetings.services import notes
from meetings.services.locking import MeetingConflict
from mentorships import services as life
from mentorships.models import Note, NoteVersion
from testing.making import agreed, in_days, proposed
from testing.meeting_pages import of, says
from testing.pages import main_text

pytestmark = pytest.mark.django_db
SAID = {"title": "Seeds", "text": "We spoke of seed packets. " * 5}


@pytest.fixture
def meeting(pair, mentee):
    return agreed(pair, mentee)


@pytest.fixture
def here(pair, meeting):
    return of(pair, meeting, "note")


def texts():
    return [(row.author, row.text) for row in NoteVersion.objects.all()]


def test_begun_at_the_meeting_and_read_among_the_notes(pair, meeting, here, as_, mentor, mentee):
    answer = as_(mentor).post(here, SAID)
    note = Note.objects.get()
    assert answer.url == f"/mentorships/{pair.code}/notes/{note.code}/"
    assert texts() == [(mentor, SAID["text"].strip())]

    assert "Seeds" in main_text(as_(mentee).get(f"/mentorships/{pair.code}/notes/"))
    assert "seed packets" in main_text(as_(mentee).get(answer.url))
    assert "Read the meeting notes" in main_text(as_(mentee).get(of(pair, meeting)))
    assert as_(mentee).get(here).url == answer.url


def test_its_title_is_the_day_unless_another_is_given(clock, pair, as_, mentor, mentee):
    page = as_(mentor).get(of(pair, agreed(pair, mentee), "note")).content.decode()
    assert 'value="Meeting on Wednesday 10 February"' in page
    page = as_(mentor).get(of(pair, proposed(pair, mentee, in_days(3)), "note")).content.decode()
    assert 'value="Meeting"' in page


def test_it_is_sealed(here, as_, mentor):
    as_(mentor).post(here, SAID)
    with connection.cursor() as cursor:
        cursor.execute("SELECT title, text FROM mentorships_noteversion")
        [row] = cursor.fetchall()

    assert not any(b"eed" in bytes(cell) for cell in row)


def test_a_double_click_begins_one(here, as_, mentor):
    for _ in range(2):
        answer = as_(mentor).post(here, SAID)

    assert (Note.objects.count(), NoteVersion.objects.count()) == (1, 1)
    assert answer.status_code == 302  # to the note, as the first


def test_whoever_comes_second_gets_their_words_back(pair, meeting, here, as_, mentor, mentee):
    """The mentee began while the mentor wrote."""
    as_(mentee).post(here, SAID)
    answer = as_(mentor).post(here, {"title": "Mine", "text": "Long words of mine. " * 9})

    page = main_text(answer)
    assert "Long words of mine." in page and "The other person has already started the notes" in page
    assert f"/notes/{Note.objects.get().code}/" in answer.content.decode()  # the way there
    assert texts() == [(mentee, SAID["text"].strip())]


def test_two_at_the_same_instant_lose_no_words(at_once):
    pair = factories.pair(factories.mentor().member, factories.member())
    meeting = agreed(pair, pair.mentee)

    def write(who, text):
        client = Client()
        client.force_login(who)
        return client.post(of(pair, meeting, "note"), {"title": "", "text": text})

    answers = at_once(
        [lambda: write(pair.mentor, "from the mentor"), lambda: write(pair.mentee, "from the mentee")]
    )
    assert Note.objects.count() == NoteVersion.objects.count() == 1
    [second] = [answer for answer in answers if answer.status_code != 302]
    assert {"from the mentor", "from the mentee"} - {NoteVersion.objects.get().text} == {
        text for text in ("from the mentor", "from the mentee") if text in second.content.decode()
    }


def test_the_service_begins_none_where_one_is(meeting, mentor, mentee):
    notes.begin_meeting_note(meeting, by=mentor, title="", text="First")
    with pytest.raises(MeetingConflict):
        notes.begin_meeting_note(meeting, by=mentee, title="", text="Second")

    assert texts() == [(mentor, "First")]


def test_without_words_nothing_is_begun(here, as_, mentor):
    page = as_(mentor).post(here, {"title": "Kept", "text": " "}).content.decode()

    assert "error" in page and 'value="Kept"' in page and not Note.objects.exists()


def test_after_the_end_it_is_read_and_words_come_back(pair, meeting, here, as_, mentor, mentee):
    """Product 31."""
    other = agreed(pair, mentee, in_days(3))
    as_(mentor).post(here, SAID)
    life.end(pair, by=mentor)
    answer = as_(mentee).post(of(pair, other, "note"), {"title": "", "text": "Too late?"})

    assert "has ended" in main_text(answer) and "Too late?" in main_text(answer)
    assert "Keep the notes" not in main_text(answer)
    assert Note.objects.count() == 1
    assert says(as_(mentee), of(pair, meeting), "Read the meeting notes", "Write notes") == [
        "Read the meeting notes"
    ]


def test_words_of_somebody_signed_out_come_back(here, client):
    page = client.post(here, SAID)

    assert page.status_code == 403 and "seed packets" in page.content.decode()
