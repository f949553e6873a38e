"""Product 38: a private feed: the address is the secret, and it says no more than its member wants."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

import factories
from meetings.models import Attendee, CalendarSettings, Meeting
from meetings.services import keeping
from mentorships import services as life
from privacy import account_closure
from profiles import services as profiles
from testing.making import agreed, in_days, proposed, put_back, rhythm
from testing.meeting_pages import of, openly
from testing.same_answer import TOKEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def feed(mentee):
    return f"/calendar/{CalendarSettings.objects.renew(mentee).feed_secret}.ics"


def text(feed, **headers):
    """What a calendar program gets, without a cookie; lines unfolded."""
    answer = Client(headers=headers).get(feed)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode().replace("\r\n ", "")


def test_what_the_database_holds_of_it_opens_nothing(feed, pair, mentee):
    """A8: a copy of the database, without the key."""
    agreed(pair, mentee)
    number = CalendarSettings.objects.get().feed
    assert Client().get(feed).status_code == 200

    for guess in (number, number + "0" * 32, feed[-36:-4], number[::-1] + feed[-36:-4]):
        assert Client().get(f"/calendar/{guess}.ics").status_code == 404


def test_a_mark_of_another_process_is_none(feed, settings):
    settings.SECRET_KEY = "of-another-process-" * 4

    assert Client().get(feed).status_code == 404


def test_it_is_read_without_signing_in_and_kept_by_no_cache(feed, pair, mentee):
    agreed(pair, mentee)
    answer = Client().get(feed)

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store" and not answer.cookies
    assert answer.content.startswith(b"BEGIN:VCALENDAR") and answer.content.count(b"BEGIN:VEVENT") == 1


def test_discreet_it_holds_no_name_no_place_and_no_code_of_the_pair(feed, pair, mentor, mentee):
    meeting = agreed(pair, mentee)
    rhythm(pair, mentor, rule="FREQ=WEEKLY;BYDAY=TU")

    said = text(feed)
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
        assert hidden not in said, hidden
    assert said.count("SUMMARY:Meeting\r\n") == said.count("BEGIN:VEVENT") > 50
    assert said.count("CLASS:PRIVATE") == said.count("BEGIN:VEVENT")


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
    said = text(feed)
    assert said.count("BEGIN:VEVENT") == 3 and all(uid in said for uid in uids)


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


def without(answer):
    return TOKEN.sub(b"", answer.content), answer.status_code, sorted(answer.headers.items())


@pytest.mark.parametrize(
    "guess", ["x", "0" * 43, "A" * 5000, "a%00b", "%F0%9F%99%82", "null", "None", "%27%20OR%201=1--"]
)
def test_a_guessed_feed_answers_as_nothing_does(guess, feed):
    CalendarSettings.objects.create(member=factories.member())  # one without a feed
    answers = [Client().get(page) for page in (f"/calendar/{guess}.ics", "/nothing/here.ics")]

    assert without(answers[0]) == without(answers[1])
    assert answers[0].status_code == 404


def test_renewed_the_old_address_is_dead_at_once(feed, as_, mentee):
    assert text(feed)
    as_(mentee).post("/meetings/calendar/renew/")
    new = f"/calendar/{CalendarSettings.objects.get().feed_secret}.ics"

    assert without(Client().get(feed)) == without(Client().get("/nothing/here.ics"))
    assert new != feed and text(new)


def test_of_a_suspended_member_it_is_silent_until_they_are_restored(feed, pair, mentee):
    agreed(pair, mentee)
    profiles.suspend(mentee)
    assert Client().get(feed).status_code == 404
    profiles.restore(mentee)
    assert text(feed)


def test_of_a_closed_account_it_is_gone(feed, pair, mentee, settings, tmp_path):
    settings.ERASURE_LIST = str(tmp_path / "erasures.jsonl")
    agreed(pair, mentee)
    account_closure.request_closure(mentee, leave_words=False)
    account_closure.finish_due_closures(timezone.now() + timedelta(days=15))

    assert without(Client().get(feed)) == without(Client().get("/nothing/here.ics"))


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


def many(pair, number):
    """So many single meetings from tomorrow on, each with the seats of both."""
    first = agreed(pair, pair.mentee, in_days(2))
    start = first.starts_at
    rows = Meeting.objects.bulk_create(
        Meeting(
            mentorship=pair,
            author=pair.mentee,
            status="agreed",
            means="video",
            local_time=first.local_time,
            zone="UTC",
            starts_at=start + timedelta(hours=n),
            ends_at=start + timedelta(hours=n + 1),
        )
        for n in range(1, number)
    )
    Attendee.objects.bulk_create(Attendee(meeting=row, member=pair.mentee, sequence=0) for row in rows)


@pytest.mark.parametrize("names", [False, True], ids=["discreet", "open"])
def test_five_hundred_meetings_of_several_pairs_take_ten_statements(
    names, feed, pair, mentee, django_assert_max_num_queries
):
    if names:
        openly(mentee)
    for _ in range(5):
        rhythm(factories.pair(factories.mentor().member, mentee), mentee, rule="FREQ=WEEKLY;BYDAY=TU")
    many(pair, 500 - Meeting.objects.count())
    client = Client()

    with django_assert_max_num_queries(10):
        answer = client.get(feed)
    assert answer.content.count(b"BEGIN:VEVENT") == 500


def test_a_thousand_at_the_most_the_next_ones_first(feed, pair, mentee):
    many(pair, 1010)

    said = text(feed)
    assert said.count("BEGIN:VEVENT") == 1000
    first = Meeting.objects.earliest("starts_at").starts_at
    assert f"DTSTART:{first:%Y%m%dT%H%M%SZ}" in said
