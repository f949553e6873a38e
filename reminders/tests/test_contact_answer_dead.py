"""Product 44: a link of a check-in is dead once it is used, stale or somebody else's."""

import pytest

from meetings.models import Meeting
from mentorships.services import pause
from reminders.models import Reminder
from reminders.tests.answer_links import WAYS, ways

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("answer", WAYS)
def test_once_used_it_is_dead_for_both(answer, asked, as_, mentor, mentee):
    as_(mentee).post(ways(mentee)[answer])
    held = Meeting.objects.count()
    for who in (mentor, mentee):
        for way in ways(who).values():
            for method in (as_(who).get, as_(who).post):
                page = method(way)
                assert page.status_code == 410 and "This link no longer works" in page.content.decode()

    assert Meeting.objects.count() == held


def test_after_a_week_it_is_stale(asked, as_, mentee, monkeypatch):
    import time

    later = time.time() + 8 * 86400
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)

    assert as_(mentee).post(ways(mentee)["talked"]).status_code == 410
    assert Meeting.objects.count() == 1


def test_of_a_pair_that_rests_it_is_dead(asked, as_, mentor, mentee):
    paths = ways(mentee)
    pause(asked, by=mentor)

    assert as_(mentee).post(paths["talked"]).status_code == 410


def test_nobody_else_gets_in_not_even_the_other(asked, as_, client, mentor, mentee, stranger, coordinator):
    path = ways(mentee)["talked"]
    for who in (mentor, stranger, coordinator):
        assert as_(who).get(path).status_code == as_(who).post(path).status_code == 404
    client.logout()
    assert client.get(path).url.startswith("/accounts/login/")

    assert Reminder.objects.filter(answered_at=None).count() == 2


def test_a_token_for_one_answer_is_none_for_another(asked, as_, mentee):
    """Forged, of another purpose, cut: none opens."""
    from django.core.signing import TimestampSigner

    from mail.topics import TOPICS, unsubscribe_token
    from reminders.links import ANSWER

    reminder = Reminder.objects.get(to=mentee)
    good = ways(mentee)["talked"].split("/")[2]
    forged = [
        good.replace("talked", "help"),
        good[:-1],
        good + "A",
        unsubscribe_token(mentee.pk, TOPICS.get("checkins")),
        TimestampSigner(key="k" * 50, salt=ANSWER, sep=".").sign(f"{reminder.pk}.talked"),
        TimestampSigner(salt="another", sep=".").sign(f"{reminder.pk}.talked"),
        TimestampSigner(salt=ANSWER, sep=".").sign(f"{reminder.pk}.everything"),
        TimestampSigner(salt=ANSWER, sep=".").sign("999999.talked"),
    ]
    for one in forged:
        assert as_(mentee).post(f"/contact/{one}/").status_code == 404
