"""Product 38: a private feed says no more than its member wants."""

from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from meetings.models import Attendee, CalendarSettings
from meetings.services import keeping
from meetings.tests.feeds import text
from mentorships import services as life
from privacy import account_closure
from testing.making import agreed, in_days, proposed, put_back, rhythm
from testing.meeting_pages import of, openly

pytestmark = pytest.mark.django_db


def test_discreet_it_holds_no_name_no_place_and_no_code_of_the_pair(feed, pair, mentor, mentee):
    meeting = agreed(pair, mentee)
    rhythm(pair, mentor, rule="FREQ=WEEKLY;BYDAY=TU")

    calendar = text(feed)
    for hidden in (
        "Rosalind",
        "Achterberg",
        "Amina",
        "rooms.example",
        "254 700",
        mentor.email,
        mentee.email,
        str(pair.code),
        str(meeting.code),
    ):
        assert hidden not in calendar, hidden
    assert calendar.count("SUMMARY:Meeting\r\n") == calendar.count("BEGIN:VEVENT") > 50
    assert calendar.count("CLASS:PRIVATE") == calendar.count("BEGIN:VEVENT")


def test_whoever_wants_names_gets_them(feed, pair, mentee):
    agreed(pair, mentee)
    openly(mentee)

    assert "Mentoring: Rosalind Achterberg" in text(feed) and "LOCATION:https://rooms.example/amina" in text(
        feed
    )


def test_what_is_agreed_held_or_missed_stands_there_and_nothing_else(feed, pair, mentor, mentee):
    proposed(pair, mentee, in_days(3))
    off = agreed(pair, mentee, in_days(4))
    keeping.cancel(off, by=mentor)
    keeping.log(pair, by=mentee)
    kept = [agreed(pair, mentee, in_days(days)) for days in (5, 6, 7)]
    keeping.tell(put_back(kept[0], days=1), by=mentor, held=True)
    keeping.tell(put_back(kept[1], days=2), by=mentor, held=False)

    uids = {str(seat.uid) for seat in Attendee.objects.filter(member=mentee, meeting__in=kept)}
    calendar = text(feed)
    assert calendar.count("BEGIN:VEVENT") == 3 and all(uid in calendar for uid in uids)


def test_only_the_last_three_months_and_what_is_to_come(feed, pair, mentee):
    put_back(agreed(pair, mentee, in_days(3)), days=100)
    put_back(agreed(pair, mentee, in_days(4)), days=80)

    assert text(feed).count("BEGIN:VEVENT") == 1


def test_it_holds_one_s_own_of_every_pair_and_nobody_else_s(feed, pair, mentor, mentee):
    other = factories.pair(factories.mentor().member, mentee)
    theirs = factories.pair(mentor, factories.member())
    for place, two in enumerate((pair, other, theirs)):
        agreed(two, two.mentee, in_days(3 + place))

    assert text(feed).count("BEGIN:VEVENT") == 2


def test_a_member_who_left_is_in_nobody_s_feed_by_name(pair, mentor, mentee, settings, tmp_path):
    settings.ERASURE_LIST = str(tmp_path / "erasures.jsonl")
    openly(mentor)
    keeping.tell(put_back(agreed(pair, mentee), days=2), by=mentor, held=True)
    account_closure.request_closure(mentee, leave_words=False)
    account_closure.finish_due_closures(timezone.now() + timedelta(days=15))
    feed = f"/calendar/{CalendarSettings.objects.renew(mentor).feed_secret}.ics"

    assert "Amina" not in text(feed) and "BEGIN:VEVENT" in text(feed)


@pytest.mark.parametrize("verb", [life.pause, life.end], ids=["paused", "ended"])
def test_of_a_pair_that_does_not_go_on_nothing_ahead_stands_there(verb, feed, pair, mentor, mentee):
    agreed(pair, mentee)
    verb(pair, by=mentor)

    assert "BEGIN:VEVENT" not in text(feed)


def test_it_is_in_the_language_of_its_member_whatever_the_program_asks(feed, pair, mentee):
    mentee.language = "fr"
    mentee.save()
    agreed(pair, mentee)

    assert text(feed, **{"Accept-Language": "es"}).count("SUMMARY:Meeting") == 0


def test_a_meeting_has_one_uid_in_feed_and_mail_and_keeps_it_when_moved(feed, pair, as_, mentor, mentee):
    meeting = agreed(pair, mentee)
    seat = Attendee.objects.get(member=mentee)
    assert f"UID:{seat.uid}" in text(feed)
    answer = as_(mentee).get(of(pair, meeting) + "meeting.ics")
    assert f"UID:{seat.uid}" in answer.content.decode()
