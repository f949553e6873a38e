"""Product 27, 29, 31: goals are the mentee's to change, the pair's to read, and nobody else's at all."""

import pytest

import factories
from mentorships import services as life
from mentorships.models import Goal, Step
from mentorships.services import goals as services
from testing.pages import main_text
from testing.same_answer import same_as_nothing
from testing.settings_of_pairs import set_goal

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(pair):
    return f"/mentorships/{pair.code}/goals/"


@pytest.fixture
def one(here, goal):
    return f"{here}{goal.code}/"


POSTS = (
    "new/",
    "{}edit/",
    "{}delete/",
    "{}progress/",
    "{}steps/",
    "{}steps/{step}/edit/",
    "{}steps/{step}/tick/",
    "{}steps/{step}/delete/",
)


@pytest.fixture
def doors(here, goal, one, mentee):
    """Every address that changes something."""
    step = services.add_step(goal, by=mentee, text="Ask", due_on=None)
    return [f"{here}new/", *(post.format(one, step=step.code) for post in POSTS[1:])]


SAID = {"title": "Mine", "text": "Mine", "progress": "reached", "done": "yes"}


def state():
    rows = [(row.title, row.progress) for row in Goal.objects.all()]
    return rows, [(row.text, row.done_at) for row in Step.objects.all()]


def test_the_mentor_reads_all_of_it_and_changes_nothing(pair, here, one, doors, as_, mentor):
    client, was = as_(mentor), state()

    assert [client.post(url, SAID).status_code for url in doors] == [403] * len(doors)
    assert [client.get(url).status_code for url in (doors[0], doors[1], doors[2])] == [403] * 3
    assert state() == was
    for url in (here, one):
        page = client.get(url).content.decode()
        assert not any(door in page for door in doors if door != one)


@pytest.mark.parametrize("who", ["stranger", "coordinator"])
def test_for_everybody_else_they_do_not_exist(who, pair, here, one, doors, as_, request):
    """Product 27."""
    client, was = as_(request.getfixturevalue(who)), state()

    for url in (here, one):
        assert same_as_nothing(client, pair.code, url)
    for url in doors:
        assert same_as_nothing(client, pair.code, url, "post", **SAID)
    assert state() == was


def test_a_goal_of_another_pair_is_not_reached_through_ones_own(pair, here, as_, stranger):
    other = factories.pair(factories.mentor().member, stranger)
    theirs = set_goal(other, "Theirs")

    assert as_(pair.mentee).get(f"{here}{theirs.code}/").status_code == 404
    assert as_(pair.mentee).post(f"{here}{theirs.code}/delete/").status_code == 404


def test_words_typed_by_somebody_signed_out_come_back(here, one, client):
    for url in (f"{here}new/", f"{one}steps/"):
        page = client.post(url, {"title": "Long words. " * 9, "text": "Long words. " * 9})
        assert page.status_code == 403
        assert "Long words." in page.content.decode()


def test_after_the_end_they_are_read_and_not_changed(pair, here, one, doors, as_, mentor, mentee):
    """Product 31."""
    life.end(pair, by=mentor)
    client, was = as_(mentee), state()

    assert "Teach alone" in main_text(client.get(one))
    for url in doors:
        data = SAID | {"title": "Too late?", "text": "Too late?"}
        page = client.post(url, data, follow=True).content.decode()
        assert "has ended" in page
        if not url.endswith(("delete/", "tick/", "progress/")):
            assert "Too late?" in page
    assert client.get(doors[0]).url == here
    assert state() == was
