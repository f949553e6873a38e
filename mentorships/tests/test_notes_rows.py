"""Product 29: what the rows of notes know of their pair, their author and their first version."""

import pytest

from mentorships.models import NoteVersion
from mentorships.notes import begun_with
from mentorships.services import notes as services

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(pair):
    return f"/mentorships/{pair.code}/notes/"


@pytest.fixture
def one(here, note):
    return f"{here}{note.code}/"


def test_adopted_rows_know_their_pair_and_author_without_a_query(
    pair, mentor, mentee, note, django_assert_num_queries
):
    services.save_version(note, by=mentee, base=1, title="Plan", text="four")
    versions = list(NoteVersion.objects.select_related("note").order_by("number"))

    with django_assert_num_queries(0):
        adopted = pair.adopt(versions)
        authors = [version.author for version in adopted]
        pairs = [version.note.mentorship for version in adopted]

    assert authors == [mentor, mentee]
    assert all(one is pair for one in pairs)


def test_an_author_who_is_neither_of_the_two_is_looked_up(pair, note, stranger):
    NoteVersion.objects.update(author=stranger)

    [version] = pair.adopt(list(NoteVersion.objects.select_related("note")))

    assert version.author == stranger


def test_a_note_begins_with_its_first_version_whatever_came_after(note, mentee):
    services.save_version(note, by=mentee, base=1, title="Other", text="four")

    assert begun_with(note, title="Plan", text="one\ntwo\nthree")
    assert not begun_with(note, title="Other", text="four")
