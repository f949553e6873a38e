"""Product 37: a rhythm that cannot be is refused at its field, an odd answer is to nothing."""

import pytest

import factories
from meetings.models import MeetingRhythm
from mentorships import services as life
from testing.making import rhythm_proposed
from testing.meeting_pages import agree, day, lives_in, mails, of, rhythm_form
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def status(row):
    return MeetingRhythm.objects.values_list("status", flat=True).get(pk=row.pk)


@pytest.mark.parametrize("code", ["", "x", "1", "a\x00b", "00000000-0000-4000-8000-000000000000"])
def test_an_odd_answer_is_to_nothing(code, proposed, rhythm_page, as_, mentor):
    assert as_(mentor).post(f"{rhythm_page}answer/", {"rhythm": code, "agree": "1"}).status_code == 404
    assert status(proposed) == "proposed"


def test_the_rhythm_of_another_pair_is_not_reached_through_ones_own(proposed, as_, mentee):
    other = factories.pair(factories.mentor().member, factories.member())
    theirs = rhythm_proposed(other, other.mentee)
    address = of(proposed.mentorship, "rhythm", "answer")

    assert as_(other.mentor).post(address, {"rhythm": theirs.code, "agree": "1"}).status_code == 404
    assert as_(mentee).post(address, {"rhythm": theirs.code, "agree": "1"}).status_code == 404
    assert status(theirs) == "proposed"


REFUSED = {
    "a day that is past": ({"starts_on": lambda: day(-2)}, "Choose a future date"),
    "more than a year away": ({"starts_on": lambda: day(400)}, "more than a year away"),
    "no day": ({"starts_on": lambda: "soon"}, "Enter a valid date"),
    "the first day": ({"starts_on": lambda: "0001-01-01"}, "Choose a future date"),
    "the last day": ({"starts_on": lambda: "9999-12-31"}, "more than a year away"),
    "no time": ({"at": lambda: "noonish"}, "Enter a valid time"),
    "no pattern": ({"pattern": lambda: "FREQ=SECONDLY"}, "options on this page"),
    "no weekday": ({"day": lambda: "XX;COUNT=10000"}, "options on this page"),
    "no length": ({"minutes": lambda: "100000"}, "options on this page"),
    "no link": ({"means": lambda: "video", "place": lambda: "javascript:alert(1)"}, "starting with https://"),
    "a time that clocks skip": (
        {"pattern": lambda: "weekly", "day": lambda: "SU", "at": lambda: "02:30"},
        "so this one is skipped or comes twice",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_is_lost(what, rhythm_page, pair, as_, mentee):
    lives_in("America/Chicago", mentee)
    odd, why = REFUSED[what]
    typed = {"place": "+254 700"} | {name: make() for name, make in odd.items()}
    page = as_(mentee).post(f"{rhythm_page}new/", rhythm_form(**typed)).content.decode()

    assert "error-summary" in page and why in page
    field = "at" if "clocks" in what else "place" if "link" in what else next(iter(odd))
    assert f'href="#id_{field}"' in page and f'value="{typed["place"]}"' in page
    assert not pair.rhythms.exists() and mails(pair.mentor) == []


@pytest.mark.parametrize("verb", [life.pause, life.end], ids=["paused", "ended"])
def test_while_the_pair_does_not_go_on_nothing_is_kept_and_no_word_is_lost(
    verb, proposed, rhythm_page, pair, as_, mentor, mentee
):
    verb(pair, by=mentor)
    page = as_(mentee).post(f"{rhythm_page}new/", rhythm_form(place="Room 7")).content.decode()
    why = {life.pause: "It’s paused at the moment", life.end: "has ended"}[verb]

    assert why in page and 'value="Room 7"' in page
    assert why in agree(as_(mentor), proposed)
    assert pair.rhythms.count() == 1 and not pair.meetings.exists()
    assert as_(mentee).get(f"{rhythm_page}new/").url == rhythm_page
    assert "Yes, that suits me" not in main_text(as_(mentor).get(rhythm_page))
