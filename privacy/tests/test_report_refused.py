"""Reports that are not taken as they come: texts of others, odd words, others at the door."""

import pytest

from conduct.models import Case
from mentorships.models import DataKey
from testing.keys import keys
from testing.pages import main_text
from testing.private_texts import write_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(written):
    return f"/mentorships/{written.code}/trouble/report/"


def foreign(kind, written, mentor, mentee, stranger):
    """The key of something the mentee may not put in."""
    if kind == "draft":
        return [key for key in keys(written, mentor, given_at=None) if key.startswith("feedback.feedback.")]
    if kind == "own note":
        return [key for key in keys(written, mentor) if ".ownnote." in key]
    if kind == "another pair":
        return keys(write_all(mentor, stranger), mentor)[:3]
    return [
        "nothing",
        "feedback.feedback.letter/x",
        "",
        "feedback.feedback.letter/00000000-0000-4000-8000-000000000000",
    ]


@pytest.mark.parametrize("kind", ("draft", "own note", "another pair", "nonsense"))
def test_what_is_not_theirs_to_read_cannot_be_picked(kind, as_, url, written, mentor, mentee, stranger):
    """Tampered: said, left out, and the words typed are still there."""
    own = keys(written, mentee)[0]
    wrong = foreign(kind, written, mentor, mentee, stranger)
    assert wrong
    page = as_(mentee).post(url, {"text": "What happened.", "texts": [own, *wrong]})

    assert not Case.objects.exists()
    assert "not available" in main_text(page)
    shown = page.content.decode()
    assert "What happened." in shown
    assert shown.count(" checked") == 1
    assert not [key for key in wrong if key and key in shown]


def test_what_does_not_open_is_not_offered(as_, url, written, mentee):
    DataKey.objects.filter(author=mentee).delete()
    page = as_(mentee).get(url)

    assert f"letter {mentee.pk}" not in main_text(page)
    assert page.status_code == 200


@pytest.mark.parametrize(
    ("typed", "said"), [("", "required"), ("a\x00b", "Null characters"), ("x" * 10_001, "at most 10000")]
)
def test_what_cannot_be_kept_is_refused_and_what_was_picked_stays_picked(
    typed, said, as_, url, written, mentee
):
    picked = keys(written, mentee)[-2:]
    page = as_(mentee).post(url, {"text": typed, "texts": picked})

    assert said in main_text(page)
    assert page.content.decode().count(" checked") == 2
    assert not Case.objects.exists()


@pytest.mark.parametrize("who", ("stranger", "coordinator"))
def test_nobody_else_can_tell_that_there_is_anything_to_report(who, as_, url, request):
    client = as_(request.getfixturevalue(who))
    assert client.get(url).status_code == client.post(url, {"text": "x"}).status_code == 404
    assert not Case.objects.exists()


def test_signed_out_the_words_are_handed_back(client, url):
    page = client.post(url, {"text": "What happened."})

    assert page.status_code == 403
    assert "What happened." in page.content.decode()
