"""Product 38: the address of a feed is the secret: what opens it, and what closes it again."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

import factories
from meetings.models import CalendarSettings
from meetings.tests.feeds import text
from mentoring.lib.request_numbers import HEADER
from privacy import account_closure
from profiles import moderation
from testing.making import agreed
from testing.same_answer import TOKEN

pytestmark = pytest.mark.django_db


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


def test_it_is_read_without_signing_in_and_kept_by_no_shared_cache(feed, pair, mentee):
    agreed(pair, mentee)
    answer = Client().get(feed)

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "private, no-cache" and not answer.cookies
    assert answer.content.startswith(b"BEGIN:VCALENDAR") and answer.content.count(b"BEGIN:VEVENT") == 1


def without(answer):
    """But for what is new with each answer, whatever was asked."""
    headers = {name: value for name, value in answer.headers.items() if name != HEADER}
    return TOKEN.sub(b"", answer.content), answer.status_code, headers


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
    moderation.suspend(mentee)
    assert Client().get(feed).status_code == 404
    moderation.restore(mentee)
    assert text(feed)


def test_of_a_closed_account_it_is_gone(feed, pair, mentee, settings, tmp_path):
    settings.ERASURE_LIST = str(tmp_path / "erasures.jsonl")
    agreed(pair, mentee)
    account_closure.request_closure(mentee, leave_words=False)
    account_closure.finish_due_closures(timezone.now() + timedelta(days=15))

    assert without(Client().get(feed)) == without(Client().get("/nothing/here.ics"))
