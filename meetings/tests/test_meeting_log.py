"""Product 41: a talk held outside is logged in one click, or for another day."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

import factories
from meetings.models import Meeting
from meetings.services import keeping
from meetings.tests.talks import HOW, ago
from mentoring.lib import walltime
from mentorships import services as life
from testing.meeting_pages import lives_in, mails, of, says
from testing.pages import main_text

pytestmark = pytest.mark.django_db


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
    for data in ({"now": "1"}, HOW | {"at": ago(mentee, days=2)}):
        assert "has ended" in main_text(as_(mentee).post(log, data, follow=True))
    assert "has ended" in main_text(as_(mentee).post(of(pair, talk, "unlog"), follow=True))
    assert list(pair.meetings.all()) == [talk]
    assert as_(mentee).get(log).url == of(pair)  # no form that can only be refused


def test_a_logged_talk_breaks_the_silence_on_both_pages(log, pair, as_, mentor, mentee):
    as_(mentee).post(log, {"now": "1"})

    assert "No meetings yet" not in main_text(as_(mentor).get(of(pair)))
    assert says(as_(mentor), "/meetings/", "recorded afterwards") == ["recorded afterwards"]
