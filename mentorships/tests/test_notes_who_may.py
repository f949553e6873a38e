"""Product 27, 29: who reads the notes that two write in, and until when they are changed."""

import pytest

import factories
from mentorships import services as life
from mentorships.models import NoteVersion
from mentorships.services import notes as services
from testing.pages import main_text
from testing.same_answer import same_as_nothing

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(pair):
    return f"/mentorships/{pair.code}/notes/"


@pytest.fixture
def one(here, note):
    return f"{here}{note.code}/"


@pytest.mark.parametrize("page", ["", "{}", "{}edit/", "{}versions/1/"])
@pytest.mark.parametrize("who", ["stranger", "coordinator"])
def test_for_everybody_else_they_do_not_exist(who, page, pair, here, one, as_, request):
    """Product 27."""
    client = as_(request.getfixturevalue(who))

    assert same_as_nothing(client, pair.code, page.format(one) if page else here)
    data = {"title": "Me", "text": "Me too", "base": "1"}
    for url in (f"{here}new/", f"{one}edit/"):
        assert same_as_nothing(client, pair.code, url, "post", **data)
    assert NoteVersion.objects.count() == 1


def test_a_note_of_another_pair_is_not_reached_through_ones_own(pair, here, as_, stranger):
    other = factories.pair(factories.mentor().member, stranger)
    theirs = services.begin_note(other, by=stranger, title="", text="Theirs").note

    for page in ("", "edit/", "versions/1/"):
        assert as_(pair.mentee).get(f"{here}{theirs.code}/{page}").status_code == 404


def test_words_typed_by_somebody_signed_out_come_back(here, one, client):
    for url in (f"{here}new/", f"{one}edit/"):
        page = client.post(url, {"text": "Long words. " * 9, "base": "1"})
        assert page.status_code == 403
        assert "Long words." in page.content.decode()
        assert ('name="base" value="1"') in page.content.decode()


def test_after_the_end_they_are_read_and_not_changed(pair, here, one, note, as_, mentor, mentee):
    """Product 31."""
    life.end(pair, by=mentor)
    client = as_(mentee)

    assert "three" in main_text(client.get(one))
    for url in (f"{here}new/", f"{one}edit/"):
        assert client.get(url).url == here
        page = main_text(client.post(url, {"text": "Too late?", "base": "1"}))
        assert "has ended" in page and "Too late?" in page
    assert NoteVersion.objects.count() == 1
