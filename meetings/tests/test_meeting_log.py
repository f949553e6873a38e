"""Product 41: a talk held outside is logged in one click, or for another day; and taken back."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

import factories
from meetings.models import Item, ItemKind, Meeting
from meetings.services import items, keeping, notes
from mentoring.lib import walltime
from mentorships import services as life
from testing.making import agreed, put_back
from testing.meeting_pages import lives_in, mails, of, says
from testing.pages import main_text

pytestmark = pytest.mark.django_db
HOW = {"minutes": "45", "means": "in-person"}


@pytest.fixture
def log(pair):
    return of(pair, "log")


def ago(member, **past):
    return walltime.format_local(walltime.to_local(timezone.now() - timedelta(**past), member.time_zone))


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_one_click_on_the_page_of_the_pair(who, log, pair, as_, request):
    member = request.getfixturevalue(who)
    page = as_(member).get(of(pair)).content.decode()
    assert f'action="{log}"' in page and 'name="now" value="1"' in page

    answer = as_(member).post(log, {"now": "1"}, follow=True)
    talk = pair.meetings.get()
    assert answer.redirect_chain[-1][0] == of(pair, talk)
    assert (talk.status, talk.logged, talk.author) == ("held", True, member)
    assert timedelta(0) <= timezone.now() - talk.ends_at < timedelta(minutes=2)
    assert says(as_(member), of(pair), "recorded afterwards") == ["recorded afterwards"]


def test_nobody_is_mailed(log, pair, as_, mentor, mentee):
    as_(mentee).post(log, {"now": "1"})

    assert mails(mentor) == [] and mails(mentee) == []


def test_a_double_click_is_one_talk(log, pair, as_, mentee):
    for _ in range(2):
        as_(mentee).post(log, {"now": "1"})
    for _ in range(2):
        as_(mentee).post(log, HOW | {"at": ago(mentee, days=2)})

    assert pair.meetings.count() == 2


def test_two_clicks_at_once_are_one_talk(at_once):
    pair = factories.pair(factories.mentor().member, factories.member())

    def click():
        client = Client()
        client.force_login(pair.mentee)
        return client.post(of(pair, "log"), {"now": "1"}).status_code

    assert at_once([click] * 3) == [302] * 3
    assert Meeting.objects.count() == 1


def test_a_talk_of_another_day_keeps_its_time_means_and_length(log, pair, as_, mentee):
    lives_in("Asia/Kathmandu", mentee)
    typed = ago(mentee, days=3)
    as_(mentee).post(log, HOW | {"at": typed})

    talk = pair.meetings.get()
    assert (talk.minutes, talk.means, talk.local_time, talk.zone) == (
        45,
        "in-person",
        typed,
        "Asia/Kathmandu",
    )
    assert walltime.format_local(walltime.to_local(talk.starts_at, "Asia/Kathmandu")) == typed


def test_what_is_still_to_come_is_refused_with_what_was_typed(log, pair, as_, mentee):
    typed = ago(mentee, hours=-2)
    page = as_(mentee).post(log, HOW | {"at": typed}).content.decode()

    assert "Enter a time in the past. To plan a meeting, offer times instead." in page and typed in page
    assert 'value="in-person" selected' in page
    assert not pair.meetings.exists()


@pytest.mark.parametrize(
    "typed", ["", "yesterday", "0001-01-01T10:00", "1700-05-01T10:00", "9999-12-31T23:59", "2026-11-01"]
)
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Chicago"])
def test_what_is_no_time_is_refused_in_place(typed, zone, log, pair, as_, mentee):
    lives_in(zone, mentee)
    answer = as_(mentee).post(log, HOW | {"at": typed})

    assert answer.status_code == 200 and f'value="{typed}"' in answer.content.decode() or not typed
    assert not pair.meetings.exists()


def test_a_time_that_no_clock_showed_is_refused(clock, log, pair, as_, mentee):
    lives_in("America/Chicago", mentee)
    clock.go(days=60)
    page = as_(mentee).post(log, HOW | {"at": "2027-03-14T02:30"}).content.decode()

    assert "The clocks went forward and skipped this one" in page and "2027-03-14T02:30" in page
    assert not pair.meetings.exists()


def test_a_time_shown_twice_is_taken_as_the_earlier(clock, log, pair, as_, mentee):
    lives_in("America/Chicago", mentee)
    clock.go(days=300)
    as_(mentee).post(log, HOW | {"at": "2027-11-07T01:30"})

    assert f"{pair.meetings.get().starts_at:%Y-%m-%dT%H:%MZ}" == "2027-11-07T06:30Z"


def test_now_in_the_second_hour_of_the_night_is_the_second(clock, log, pair, as_, mentee):
    """One click at 01:50, after clocks went back: it began 30 minutes ago and not 90."""
    lives_in("America/Chicago", mentee)
    clock.now = clock.now.replace(month=11, day=7, hour=7, minute=50)
    as_(mentee).post(log, {"now": "1"})

    talk = pair.meetings.get()
    assert talk.ends_at == clock.now and talk.fold
    assert not talk.recompute_instants()  # and it stays there


def test_it_is_taken_back_by_either(log, pair, as_, mentor, mentee):
    as_(mentee).post(log, {"now": "1"})
    talk = pair.meetings.get()
    assert says(as_(mentor), of(pair, talk), "Undo") == ["Undo"]
    page = main_text(as_(mentor).post(of(pair, talk, "unlog"), follow=True))

    assert "Undone" in page and not pair.meetings.exists()
    assert as_(mentor).post(of(pair, talk, "unlog")).status_code == 404


@pytest.mark.parametrize("what", ["note", "item"])
def test_once_something_hangs_on_it_it_stays(what, log, pair, as_, mentor, mentee):
    as_(mentee).post(log, {"now": "1"})
    talk = pair.meetings.get()
    if what == "note":
        notes.begin_meeting_note(talk, by=mentor, title="", text="Said.")
    else:
        items.add_item(talk, by=mentor, kind=ItemKind.ACTION, text="Do")

    assert "This cannot be undone" in main_text(as_(mentee).post(of(pair, talk, "unlog"), follow=True))
    assert pair.meetings.count() == 1 and Item.objects.count() == (what == "item")


def test_what_was_agreed_is_not_taken_back_as_a_talk(pair, as_, mentor, mentee):
    meeting = put_back(agreed(pair, mentee), hours=3)
    keeping.tell(meeting, by=mentor, held=True)
    as_(mentee).post(of(pair, meeting, "unlog"))

    assert pair.meetings.get().status == "held"


@pytest.mark.parametrize("word", ["none", "missed"])
def test_a_talk_is_no_meeting_that_can_be_missed(word, log, pair, as_, mentee):
    """It has been, or it is taken back whole."""
    as_(mentee).post(log, {"now": "1"})
    as_(mentee).post(of(pair, pair.meetings.get(), "became"), {"became": word})

    assert pair.meetings.get().status == "held"


def test_in_a_pause_a_talk_is_logged(log, pair, as_, mentor, mentee):
    life.pause(pair, by=mentor)
    as_(mentee).post(log, {"now": "1"})

    assert pair.meetings.get().status == "held"


def test_after_the_end_nothing_is_added_or_taken_away(log, pair, as_, mentor, mentee):
    """Product 31."""
    talk = keeping.log(pair, by=mentee)
    life.end(pair, by=mentor)

    assert "Talked elsewhere?" not in main_text(as_(mentee).get(of(pair)))
    for said in ({"now": "1"}, HOW | {"at": ago(mentee, days=2)}):
        assert "has ended" in main_text(as_(mentee).post(log, said, follow=True))
    assert "has ended" in main_text(as_(mentee).post(of(pair, talk, "unlog"), follow=True))
    assert list(pair.meetings.all()) == [talk]
    assert as_(mentee).get(log).url == of(pair)  # no form that can only be refused


def test_a_logged_talk_breaks_the_silence_on_both_pages(log, pair, as_, mentor, mentee):
    as_(mentee).post(log, {"now": "1"})

    assert "No meetings yet" not in main_text(as_(mentor).get(of(pair)))
    assert says(as_(mentor), "/meetings/", "recorded afterwards") == ["recorded afterwards"]
