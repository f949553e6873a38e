"""Product 69: a day of open hours: tables, a printed programme, and a waiting list with an honest place in it."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

import factories
from open_hours.models import Booking, Talk, TalkDay, TalkStatus, TalkWait, WaitStatus
from open_hours.services import booking as bookings
from open_hours.services import cancelling, days, waiting
from open_hours.services.locking import Conflict
from testing.pages import main_text
from testing.talks import mails

pytestmark = pytest.mark.django_db
FORM = {"focus": "specific-skill", "about": "What first?"}


@pytest.fixture
def day(db):
    """Ten to twelve in Nairobi, in ten days: six times of 20 minutes."""
    return TalkDay.objects.create(
        name="Conference day",
        on=timezone.localdate() + timedelta(days=10),
        zone="Africa/Nairobi",
        place="Hall 4",
        starts=time(10),
        ends=time(12),
        minutes=20,
        tables=3,
    )


def take(day, mentor, *, table=1, first=0, last=5, focuses=()):
    return days.take_table(day, mentor, table=table, first=first, last=last, focuses=list(focuses))


def book(talk, by):
    return bookings.book(Talk.objects.select_related("mentor", "day").get(pk=talk.pk), by=by, **FORM)


def test_a_mentor_takes_a_table_for_a_stretch(day, as_, mentor):
    answer = as_(mentor).post(day.get_absolute_url(), {"table": "2", "first": "1", "last": "3"}, follow=True)

    assert "Table 2 is yours, with 3 times to book." in main_text(answer)
    talks = Talk.objects.filter(day=day)
    assert {(talk.table, talk.minutes, talk.means) for talk in talks} == {(2, 20, "in-person")}
    assert [talk.starts_at for talk in talks] == day.times[1:4]
    assert "Only your own times are still free." in main_text(answer)
    assert "Every time is taken." not in main_text(answer)


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"table": "9", "first": "0", "last": "1"},
        {"table": "1", "first": "3", "last": "1"},
        {"table": "x", "first": "-1", "last": "99"},
    ],
)
def test_bad_input_takes_no_table(typed, day, as_, mentor):
    assert as_(mentor).post(day.get_absolute_url(), typed).status_code == 422
    assert Talk.objects.count() == 0


def test_a_table_is_one_mentors_at_a_time_and_nobody_sits_at_two(day, mentor):
    take(day, mentor, first=0, last=2)
    with pytest.raises(Conflict, match="quicker"):
        take(day, factories.mentor().member, first=2, last=3)
    with pytest.raises(Conflict, match="overlap"):
        take(day, mentor, table=2, first=2, last=3)
    take(day, factories.mentor().member, first=3, last=5)

    assert Talk.objects.count() == 6


def test_two_take_the_same_table_at_once(at_once):
    day = TalkDay.objects.create(
        name="D",
        on=timezone.localdate() + timedelta(days=3),
        zone="UTC",
        place="H",
        starts=time(9),
        ends=time(10),
    )
    mentors = [factories.mentor().member for _number in range(2)]
    results = at_once([lambda mentor=mentor: take(day, mentor, last=1) for mentor in mentors])

    assert sorted(type(result).__name__ for result in results) == ["Conflict", "list"]
    assert Talk.objects.count() == 2


def test_the_programme_says_booked_or_free_and_never_who(day, as_, mentor, mentee, stranger, statements):
    first, *_others = take(day, mentor, focuses=["leadership"])
    book(first, mentee)
    address = f"{day.get_absolute_url()}programme/"
    page = as_(stranger).get(address)

    text = main_text(page)
    assert "10:00" in text and "11:40" in text  # on the wall of the place
    assert text.count("booked") == 1 and text.count("free") == 5
    assert "Rosalind Achterberg" in text and mentee.name not in page.content.decode()
    before = statements(as_(stranger), address)
    take(day, factories.mentor().member, table=2)
    assert statements(as_(stranger), address) == before


def test_members_book_there_and_see_where(day, as_, mentor, mentee):
    talk = take(day, mentor)[0]
    answer = as_(mentee).post(
        talk.get_absolute_url(), {"focus": "confidence", "talk_about": "What first?"}, follow=True
    )

    assert "Hall 4" in main_text(answer) and "table 1" in main_text(answer)


@pytest.fixture
def full(day, mentor, mentee):
    """One time, which the mentee has booked."""
    [talk] = take(day, mentor, first=0, last=0)
    return book(talk, mentee)


def join(client, day, focus=""):
    return client.post(f"{day.get_absolute_url()}wait/", {"focus": focus}, follow=True)


def test_the_place_on_the_list_is_the_true_one(full, day, as_):
    people = [factories.member() for _number in range(3)]
    texts = [main_text(join(as_(member), day)) for member in people]

    assert [
        next(words for words in ("0 people are", "1 person is", "2 people are") if words in text)
        for text in texts
    ] == ["0 people are", "1 person is", "2 people are"]
    assert "Every time is taken." in texts[0]
    join(as_(people[0]), day)
    assert TalkWait.objects.count() == 3


def test_nobody_waits_while_a_time_is_free(full, day, as_):
    take(day, factories.mentor().member, table=2, first=0, last=0, focuses=["leadership"])

    assert "still a free time" in main_text(join(as_(factories.member()), day, "leadership"))
    assert "You’re on the waiting list." in main_text(join(as_(factories.member()), day, "confidence"))


def test_who_waits_for_another_subject_is_not_ahead(full, day):
    one, two, three = (factories.member() for _number in range(3))
    waiting.join(day, one, focus="leadership")
    waiting.join(day, two, focus="confidence")

    assert waiting.join(day, three, focus="confidence").ahead_of_me() == 1


def test_a_freed_time_goes_to_the_first_and_then_to_the_next(full, day, mentee, as_, monkeypatch):
    first, second = factories.member(), factories.member()
    for member in (first, second):
        waiting.join(day, member, focus="")
    cancelling.cancel(full, by=mentee)

    talk = Talk.objects.get()
    assert talk.status == TalkStatus.RESERVED
    assert len(mails(first, "time_kept")) == 1 and mails(second) == []
    assert talk.get_absolute_url() not in as_(second).get(day.get_absolute_url()).content.decode()
    with pytest.raises(bookings.TalkTaken):
        book(talk, second)
    assert "Book the time" in as_(first).get(day.get_absolute_url()).content.decode()
    later = timezone.now() + timedelta(hours=25)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    assert waiting.follow_waiting_lists() == 1 and waiting.follow_waiting_lists() == 0

    assert len(mails(second, "time_kept")) == 1
    with pytest.raises(bookings.TalkTaken):
        book(talk, first)
    assert book(talk, second).mentee == second
    assert TalkWait.objects.get(member=second).status == WaitStatus.TAKEN
    assert TalkWait.objects.get(member=first).status == WaitStatus.LAPSED


def test_no_thanks_gives_it_to_the_next_at_once(full, day, mentee, as_):
    first, second = factories.member(), factories.member()
    for member in (first, second):
        waiting.join(day, member, focus="")
    cancelling.cancel(full, by=mentee)
    as_(first).post(f"{Talk.objects.get().get_absolute_url()}decline/")

    assert len(mails(second, "time_kept")) == 1
    assert not Booking.objects.filter(status="booked").exists()


def test_it_is_kept_until_an_hour_before_at_most(day, mentor, mentee):
    [talk] = take(day, mentor, first=0, last=0)
    Talk.objects.filter(pk=talk.pk).update(
        starts_at=timezone.now() + timedelta(hours=5), ends_at=timezone.now() + timedelta(hours=6)
    )
    TalkWait.objects.create(day=day, member=mentee)
    assert waiting.follow_waiting_lists() == 1

    kept = TalkWait.objects.get()
    assert kept.status == WaitStatus.OFFERED
    assert abs(kept.until - (timezone.now() + timedelta(hours=4))) < timedelta(minutes=1)


def test_free_times_at_a_table_can_be_given_back_what_is_booked_stays(day, as_, mentor, mentee):
    first, *_others = take(day, mentor)
    book(first, mentee)
    as_(mentor).post(f"{day.get_absolute_url()}leave/")

    assert Talk.objects.filter(status=TalkStatus.WITHDRAWN).count() == 5
    assert Talk.objects.filter(status=TalkStatus.BOOKED).count() == 1


def test_a_day_takes_the_same_statements_for_one_time_and_for_fifty(as_, mentee, statements):
    where = {"name": "D", "zone": "UTC", "place": "H", "tables": 60, "minutes": 60}
    on = timezone.localdate() + timedelta(days=3)
    day = TalkDay.objects.create(on=on, starts=time(9), ends=time(10), **where)
    take(day, factories.mentor().member, last=0, focuses=["confidence"])
    TalkWait.objects.create(day=day, member=mentee, focus="leadership")
    client = as_(mentee)
    before = statements(client, day.get_absolute_url())
    for table in range(2, 51):
        take(day, factories.mentor().member, table=table, last=0, focuses=["confidence"])
        TalkWait.objects.create(day=day, member=factories.member(), focus="leadership")

    assert statements(client, day.get_absolute_url()) == before
    assert len(client.get(day.get_absolute_url()).context["talks"]) == 50
