"""Product 29: of notes for oneself alone nobody else finds a trace."""

import pytest

from mentorships.models import OwnNote
from testing.same_answer import NOBODYS, TOKEN, same_as_nothing

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(pair):
    return f"/mentorships/{pair.code}/notes/own/"


@pytest.fixture
def one(here, own):
    return f"{here}{own.code}/"


def test_the_other_finds_no_trace(pair, here, own, as_, mentor):
    """Not on any page, and not in a number."""
    client = as_(mentor)
    urls = [
        pair.get_absolute_url(),
        "/mentorships/",
        "/",
        here,
        f"/mentorships/{pair.code}/notes/",
        f"/mentorships/{pair.code}/archive/",
    ]
    shown = [TOKEN.sub(b"", client.get(url).content) for url in urls]
    OwnNote.objects.all().delete()

    assert [TOKEN.sub(b"", client.get(url).content) for url in urls] == shown
    assert b"afraid" not in b"".join(shown)


@pytest.mark.parametrize("page", ["edit/", "delete/"])
def test_for_the_other_it_is_as_one_that_never_was(page, here, one, own, as_, mentor):
    client = as_(mentor)
    for ask in (client.get, client.post):
        bodies = {
            TOKEN.sub(b"", ask(url, {"text": "Mine now"}).content)
            for url in (f"{one}{page}", f"{here}{NOBODYS}/{page}")
        }
        assert len(bodies) == 1
        assert ask(f"{one}{page}").status_code == 404
    assert OwnNote.objects.get().text == "I was afraid to ask."


@pytest.mark.parametrize("who", ["stranger", "coordinator"])
@pytest.mark.parametrize("page", ["", "new/", "{}edit/", "{}delete/"])
def test_for_everybody_else_they_do_not_exist(page, who, pair, here, one, as_, request):
    """Product 27."""
    client = as_(request.getfixturevalue(who))
    url = page.format(one) if "{" in page else f"{here}{page}"

    assert same_as_nothing(client, pair.code, url)
    if page:
        assert same_as_nothing(client, pair.code, url, "post", text="Me too")
    assert OwnNote.objects.count() == 1
