"""Product 40: an agenda for each meeting; either adds lines, both read them, nobody else."""

import pytest
from django.db import connection

import factories
from meetings.models import Item, ItemKind
from mentorships import services as life
from testing.making import agreed, goal_of, line
from testing.meeting_pages import of, says
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(pair, mentee):
    return agreed(pair, mentee)


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_either_adds_a_line_and_both_read_it(who, meeting, pair, as_, mentor, mentee, request):
    client = as_(request.getfixturevalue(who))
    assert client.post(of(pair, meeting, "items"), {"point-text": "The seed packets"}).url.endswith("#agenda")
    client.post(of(pair, meeting, "items"), {"action": "1", "action-text": "Ask the botanist"})

    assert {(row.kind, row.text) for row in Item.objects.all()} == {
        ("point", "The seed packets"),
        ("action", "Ask the botanist"),
    }
    for reader in (mentor, mentee):
        assert len(says(as_(reader), of(pair, meeting), "The seed packets", "Ask the botanist")) == 2


def test_they_are_sealed(meeting, mentor):
    line(meeting, mentor, "The seed packets")
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM meetings_item")
        [[raw]] = cursor.fetchall()

    assert len(bytes(raw)) > 40 and b"seed" not in bytes(raw)


@pytest.mark.parametrize(("said", "why"), [("", "required"), (" \t", "required"), ("x" * 501, "at most 500")])
def test_a_line_that_cannot_be_is_refused_in_place(said, why, meeting, pair, as_, mentor):
    answer = as_(mentor).post(of(pair, meeting, "items"), {"action": "1", "action-text": said})

    page = answer.content.decode()
    assert answer.status_code == 422 and why in page and said.strip() in page
    assert not Item.objects.exists()


@pytest.mark.parametrize("text", factories.HOSTILE.values(), ids=factories.HOSTILE)
def test_hostile_words_are_refused_or_shown_as_text(text, meeting, pair, as_, mentor, mentee):
    answer = as_(mentor).post(of(pair, meeting, "items"), {"point-text": text})

    assert answer.status_code in (302, 422)
    page = as_(mentee).get(of(pair, meeting)).content.decode()
    assert "<script>alert" not in page and "<img src=x" not in page and "\u202e" not in page


def test_a_double_click_is_one_line(meeting, pair, as_, mentor):
    for _ in range(2):
        as_(mentor).post(of(pair, meeting, "items"), {"point-text": "Once"})

    assert Item.objects.count() == 1


def test_after_a_hundred_lines_it_is_said_kindly_and_the_words_stay(meeting, pair, as_, mentor):
    for number in range(100):
        line(meeting, mentor, f"line {number}", ItemKind.POINT)
    page = as_(mentor).post(of(pair, meeting, "items"), {"point-text": "One too many"}).content.decode()

    assert "This list already has 100" in page and "One too many" in page
    assert Item.objects.count() == 100


def test_ticked_opened_again_and_removed(meeting, pair, as_, mentor, mentee):
    item = line(meeting, mentor, "Ask the botanist")
    for done in ("yes", "yes"):
        as_(mentee).post(of(pair, meeting, "items", item, "tick"), {"done": done})
    item.refresh_from_db()
    first = item.done_at
    assert first
    as_(mentor).post(of(pair, meeting, "items", item, "tick"), {"done": "yes"})
    item.refresh_from_db()
    assert item.done_at == first  # a double click
    as_(mentor).post(of(pair, meeting, "items", item, "tick"), {"done": "no"})
    item.refresh_from_db()
    assert item.done_at is None

    as_(mentee).post(of(pair, meeting, "items", item, "delete"))
    assert not Item.objects.exists()
    assert as_(mentee).post(of(pair, meeting, "items", item, "delete")).status_code == 404


def test_after_the_end_it_is_read_and_not_changed_and_words_come_back(pair, meeting, as_, mentor, mentee):
    """Product 31."""
    goal, item = goal_of(pair), line(meeting, mentor, "Ask the botanist")
    life.end(pair, by=mentor)
    client = as_(mentee)
    for said in ({"point-text": "Too late?"}, {"action": "1", "action-text": "Too late?"}):
        answer = client.post(of(pair, meeting, "items"), said)
        assert answer.status_code == 422
        assert "has ended" in main_text(answer) and "Too late?" in main_text(answer)
    for page, said in (("tick", {"done": "yes"}), ("delete", {}), ("goal", {"goal": goal.code})):
        assert "has ended" in main_text(
            client.post(of(pair, meeting, "items", item, page), said, follow=True)
        )
    assert "has ended" in main_text(client.post(of(pair, meeting, "items"), {"all": "1"}, follow=True))

    [row] = Item.objects.all()
    assert (row.text, row.done_at, row.step) == ("Ask the botanist", None, None)
    page = client.get(of(pair, meeting)).content.decode()
    assert "Ask the botanist" in page
    assert "/items/" not in page and "Conversation starters" not in page


def test_in_a_pause_the_agenda_goes_on(pair, meeting, as_, mentor):
    life.pause(pair, by=mentor)
    as_(mentor).post(of(pair, meeting, "items"), {"point-text": "For later"})

    assert Item.objects.count() == 1


def test_a_line_of_another_pair_is_not_reached_through_ones_own(pair, meeting, as_, mentee):
    other = factories.pair(factories.mentor().member, factories.member())
    theirs = line(agreed(other, other.mentee), other.mentor, "Theirs")

    for page in ("tick", "delete", "goal"):
        assert as_(mentee).post(of(pair, meeting, "items", theirs, page)).status_code == 404
    assert Item.objects.filter(done_at=None).count() == 1
