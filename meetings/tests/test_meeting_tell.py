"""What became of a meeting is said in one click, by either, without blame; and taken back."""

import pytest

from meetings.models import TimesOffer
from meetings.tests.meeting_rows import status
from mentorships import services as life
from testing.making import agreed, in_days, put_back
from testing.meeting_pages import mails, of, only_times, says
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def meeting(pair, mentee):
    """Agreed, and over since an hour."""
    return put_back(agreed(pair, mentee), hours=2)


def became(client, meeting, word):
    address = of(meeting.mentorship, meeting, "became")
    return main_text(client.post(address, {"became": word}, follow=True))


@pytest.mark.parametrize("who", ["mentor", "mentee"])
@pytest.mark.parametrize(("word", "said"), [("held", "Recorded: you met"), ("missed", "you did not meet")])
def test_either_says_it_in_one_click_from_three_pages(word, said, who, meeting, pair, as_, request):
    client = as_(request.getfixturevalue(who))
    words = ["We met", "We did not meet", "We met at another time"]
    for page in (of(pair, meeting), of(pair), "/meetings/"):
        assert says(client, page, *words) == words

    assert said in became(client, meeting, word)
    assert status(meeting) == word
    for page in (of(pair), "/meetings/"):
        assert "Did you meet on" not in main_text(client.get(page))


def test_nobody_is_mailed_and_the_other_may_put_it_right(meeting, as_, pair, mentor, mentee):
    before = len(mails(mentor)), len(mails(mentee))
    became(as_(mentor), meeting, "missed")
    became(as_(mentee), meeting, "held")

    assert status(meeting) == "held"
    assert (len(mails(mentor)), len(mails(mentee))) == before


@pytest.mark.parametrize("word", ["held", "missed"])
def test_it_is_taken_back(word, meeting, as_, pair, mentor):
    became(as_(mentor), meeting, word)
    assert "Nothing is recorded about this meeting" in became(as_(mentor), meeting, "none")

    assert status(meeting) == "agreed"
    assert says(as_(mentor), of(pair), "Did you meet on") == ["Did you meet on"]


@pytest.mark.parametrize("word", ["", "yes", "x" * 300, "a\x00b"])
def test_an_unknown_word_changes_nothing(word, meeting, as_, mentor):
    became(as_(mentor), meeting, "held")
    became(as_(mentor), meeting, word)

    assert status(meeting) == "held"


@pytest.mark.parametrize("word", ["held", "missed"])
def test_before_it_began_nobody_knows(word, pair, as_, mentor, mentee):
    meeting = agreed(pair, mentee)

    assert "This meeting has not started yet" in became(as_(mentor), meeting, word)
    assert status(meeting) == "agreed"
    assert "We met" not in main_text(as_(mentor).get(of(pair, meeting)))


def test_while_it_runs_it_can_be_said(pair, as_, mentor, mentee):
    meeting = put_back(agreed(pair, mentee), minutes=10)

    assert "Recorded: you met" in became(as_(mentor), meeting, "held")


def test_times_on_offer_for_it_are_over_with_it(pair, as_, mentor, mentee):
    meeting = agreed(pair, mentee)
    as_(mentor).post(of(pair, meeting, "offer"), only_times(in_days(9)))
    put_back(meeting, hours=2)
    became(as_(mentee), meeting, "held")

    assert not TimesOffer.objects.filter(status="open").exists()
    assert "would like to move" not in main_text(as_(mentee).get(of(pair, meeting)))


def test_in_a_pause_what_has_been_is_said_still(meeting, pair, as_, mentor):
    life.pause(pair, by=mentor)

    assert "Recorded: you met" in became(as_(mentor), meeting, "held")


def test_after_the_end_nothing_is_asked_and_nothing_is_changed(meeting, pair, as_, mentor, mentee):
    """Product 31."""
    life.end(pair, by=mentor)
    for page in (of(pair, meeting), of(pair), "/meetings/"):
        assert says(as_(mentee), page, "Did you meet on", "We met at another time") == []

    assert "has ended" in became(as_(mentee), meeting, "held")
    assert status(meeting) == "agreed"


def test_the_newest_are_asked_about_first_and_three_at_a_time(pair, as_, mentor, mentee):
    for days in range(1, 6):
        put_back(agreed(pair, mentee, in_days(days + 20)), days=days)

    for page in (of(pair), "/meetings/"):
        assert main_text(as_(mentor).get(page)).count("Did you meet on") == 3


def test_a_pair_with_a_meeting_behind_it_is_not_told_that_it_has_none(meeting, pair, as_, mentor):
    assert "No meetings yet" not in main_text(as_(mentor).get(of(pair)))
