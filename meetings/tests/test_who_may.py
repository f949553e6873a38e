"""Product 27: each door of a pair's meetings, tried with what is really there, by each who may come along."""

from dataclasses import dataclass, field

import pytest

import factories
from mail.models import OutgoingMail
from meetings.models import Attendee, Item, ItemKind, Meeting, MeetingRhythm, Slot, TimesOffer
from meetings.services import items, keeping
from mentorships import services as life
from mentorships.models import Note, NoteVersion, Step
from mentorships.services import goals
from testing.making import agreed, in_days, proposed, put_back, rhythm, rhythm_proposed
from testing.meeting_pages import HOW, of, only_times, times
from testing.same_answer import same_as_nothing

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
ROWS = (Meeting, TimesOffer, Slot, MeetingRhythm, Item, Attendee, Note, NoteVersion, Step, OutgoingMail)


@dataclass
class Door:
    """An address with what a real form sends, and who of the two may."""

    url: str
    said: dict = field(default_factory=dict)
    may: tuple = ("mentor", "mentee")


def over(pair):
    return put_back(agreed(pair, pair.mentee), hours=2)


def action(pair):
    meeting = agreed(pair, pair.mentee)
    return meeting, items.add_item(meeting, by=pair.mentor, kind=ItemKind.ACTION, text="Ask")


def picked(pair):
    meeting = proposed(pair, pair.mentee, in_days(4))
    return Door(of(pair, meeting, "pick"), {"slot": meeting.offers.get().slots.get().pk}, ("mentor",))


def into_goal(pair):
    goal = goals.add_goal(pair, by=pair.mentee, title="Teach", why="", readings="", due_on=None)
    meeting, item = action(pair)
    return Door(of(pair, meeting, "items", item, "goal"), {"goal": goal.code}, ("mentee",))


def answered(pair):
    said = {"rhythm": rhythm_proposed(pair, pair.mentee).code, "agree": "1"}
    return Door(of(pair, "rhythm", "answer"), said, ("mentor",))


def on_item(page, **said):
    def door(pair):
        meeting, item = action(pair)
        return Door(of(pair, meeting, "items", item, page), said)

    return door


A_TALK = {"at": "2026-03-02T10:00", "minutes": "30", "means": "phone"}
A_RHYTHM = {"pattern": "weekly", "day": "TU", "at": "16:00", **HOW}
DOORS = {
    "new": lambda pair: Door(of(pair, "new"), times(in_days(4))),
    "you choose": lambda pair: Door(of(pair, "new"), HOW | {"you_choose": "1"}),
    "pick": picked,
    "offer": lambda pair: Door(
        of(pair, proposed(pair, pair.mentee, in_days(4)), "offer"), only_times(in_days(5))
    ),
    "move": lambda pair: Door(of(pair, agreed(pair, pair.mentee), "offer"), only_times(in_days(5))),
    "close": lambda pair: Door(of(pair, proposed(pair, pair.mentee, in_days(4)), "close")),
    "cancel": lambda pair: Door(of(pair, agreed(pair, pair.mentee), "cancel")),
    "became": lambda pair: Door(of(pair, over(pair), "became"), {"became": "held"}),
    "instead": lambda pair: Door(of(pair, over(pair), "instead"), A_TALK),
    "log": lambda pair: Door(of(pair, "log"), A_TALK),
    "log now": lambda pair: Door(of(pair, "log"), {"now": "1"}),
    "unlog": lambda pair: Door(of(pair, keeping.log(pair, by=pair.mentee), "unlog")),
    "note": lambda pair: Door(of(pair, agreed(pair, pair.mentee), "note"), {"title": "", "text": "Said."}),
    "line": lambda pair: Door(of(pair, agreed(pair, pair.mentee), "items"), {"point-text": "Seeds"}),
    "agenda": lambda pair: Door(of(pair, agreed(pair, pair.mentee), "items"), {"all": "1"}),
    "tick": on_item("tick", done="yes"),
    "delete": on_item("delete"),
    "goal": into_goal,
    "rhythm": lambda pair: Door(
        of(pair, "rhythm", "new"), A_RHYTHM | {"starts_on": f"{in_days(9):%Y-%m-%d}"}
    ),
    "answer": answered,
    "end": lambda pair: Door(of(pair, "rhythm", "end"), {} if rhythm(pair, pair.mentee) else None),
}
EVERY_PAIRS_OWN = {"new", "you choose", "log", "log now", "rhythm"}


def state():
    """All that a pair has, to the byte."""
    return [
        [
            {name: getattr(value, "blob", value) for name, value in row.items()}
            for row in model.objects.order_by("pk").values()
        ]
        for model in ROWS
    ]


@pytest.fixture
def former(mentor):
    """Who was a mentee of this mentor's once."""
    member = factories.member(name="Forma Partner")
    life.end(factories.pair(mentor, member), by=mentor)
    return member


@pytest.mark.parametrize("who", ["mentor", "mentee"])
@pytest.mark.parametrize("name", DOORS)
def test_the_two_do_what_is_theirs_and_nothing_else(name, who, pair, as_, request):
    door = DOORS[name](pair)
    client, before = as_(request.getfixturevalue(who)), state()

    assert client.post(door.url, door.said).status_code == 302
    assert (state() != before) == (who in door.may)


@pytest.mark.parametrize("name", DOORS)
def test_for_everybody_else_there_is_no_door(name, pair, as_, stranger, coordinator, former):
    door = DOORS[name](pair)
    before = state()

    for who in (stranger, coordinator, former):
        assert same_as_nothing(as_(who), pair.code, door.url, "post", **door.said)
    assert state() == before


@pytest.mark.parametrize("name", DOORS)
def test_whoever_was_signed_out_gets_their_words_back_and_nothing_is_done(name, pair, client):
    door = DOORS[name](pair)
    before = state()
    page = client.post(door.url, door.said)

    assert page.status_code == 403 and page.templates[0].name == "resubmit.html"
    for said in door.said.values():
        assert str(said) in page.content.decode()
    assert state() == before


@pytest.mark.parametrize("name", [name for name in DOORS if name not in EVERY_PAIRS_OWN])
def test_a_door_of_one_pair_does_not_open_through_another(name, pair, as_, mentee):
    """The mentee has a second mentorship; its address with the first one's meeting in it is nothing."""
    door = DOORS[name](pair)
    second = factories.pair(factories.mentor().member, mentee)
    before = state()
    url = door.url.replace(str(pair.code), str(second.code))
    answer = as_(mentee).post(url, door.said)

    assert answer.status_code == 404 or name == "end"
    assert state() == before
