"""Product 44: a check-in is answered from the mail; looking changes nothing; a link is dead once used or stale."""

import re

import pytest

import factories
from mail.models import OutgoingMail
from meetings.models import Meeting
from meetings.services import keeping
from mentorships.services import pause
from reminders.models import Contact, Reminder, ReminderKind
from reminders.services import checkins
from reminders.tests.conftest import kinds

pytestmark = pytest.mark.django_db
WAYS = ("talked", "plan", "later", "help")


@pytest.fixture
def asked(two, clock, mentee):
    """Both have a check-in in their mail."""
    keeping.log(two, by=mentee)
    checkins.send_checkins(clock.go(days=30))
    return two


def ways(member):
    """{answer: path} as the mail has them, in its order."""
    text = OutgoingMail.objects.get(to=member).text
    return dict(zip(WAYS, re.findall(r"https?://[^/]+(/contact/\S+)", text), strict=True))


@pytest.mark.parametrize("answer", WAYS)
@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_changes_nothing(method, answer, asked, as_, mentee):
    client = as_(mentee)
    for _ in range(3):
        assert getattr(client, method)(ways(mentee)[answer]).status_code == 200

    assert Reminder.objects.filter(answered_at=None).count() == 2
    assert Meeting.objects.count() == 1 and not Contact.objects.exists()


def test_we_talked_notes_a_talk(asked, clock, as_, mentee):
    answer = as_(mentee).post(ways(mentee)["talked"])

    talk = Meeting.objects.latest("pk")
    assert (talk.status, talk.logged, talk.author_id) == ("held", True, mentee.pk)
    assert answer.url == f"/mentorships/{asked.code}/meetings/{talk.code}/"
    assert checkins.send_checkins(clock.go(days=29)) == 0


@pytest.mark.parametrize(("answer", "page"), [("plan", "meetings/new/"), ("help", "trouble/")])
def test_plan_and_help_lead_on(answer, page, asked, as_, mentee):
    assert as_(mentee).post(ways(mentee)[answer]).url == f"/mentorships/{asked.code}/{page}"


def test_not_this_month_rests_for_a_month_for_both(asked, clock, as_, mentor, mentee):
    assert as_(mentor).post(ways(mentor)["later"]).url == f"/mentorships/{asked.code}/contact/"
    for _day in range(29):
        checkins.send_checkins(clock.go(days=1))
    assert kinds(mentee) == ["checkin"]

    checkins.send_checkins(clock.go(days=1))
    assert kinds(mentee) == kinds(mentor) == ["checkin"] * 2


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

    row = Reminder.objects.get(to=mentee)
    good = ways(mentee)["talked"].split("/")[2]
    forged = [
        good.replace("talked", "help"),
        good[:-1],
        good + "A",
        unsubscribe_token(mentee.pk, TOPICS.get("checkins")),
        TimestampSigner(key="k" * 50, salt=ANSWER, sep=".").sign(f"{row.pk}.talked"),
        TimestampSigner(salt="another", sep=".").sign(f"{row.pk}.talked"),
        TimestampSigner(salt=ANSWER, sep=".").sign(f"{row.pk}.everything"),
        TimestampSigner(salt=ANSWER, sep=".").sign("999999.talked"),
    ]
    for one in forged:
        assert as_(mentee).post(f"/contact/{one}/").status_code == 404


def test_the_first_steps_have_it_too(two, clock, as_, mentor, mentee):
    from reminders.services import starts

    starts.send_first_steps(clock.go(days=10))
    [path] = re.findall(r"https?://[^/]+(/contact/\S+)", OutgoingMail.objects.get(to=mentee).text)
    as_(mentee).post(path)

    assert Meeting.objects.get().logged
    assert Reminder.objects.filter(kind=ReminderKind.FIRST_AGENDA, answered_at=None).count() == 0


def test_at_the_same_moment_by_both_it_is_one_talk(at_once):
    from django.utils import timezone

    from reminders.services import answers

    pair = factories.pair(factories.mentor().member, factories.member())
    today = timezone.now().date()
    rows = [
        Reminder.objects.create(to=who, kind=ReminderKind.CHECKIN, mentorship=pair, on=today)
        for who in (pair.mentor, pair.mentee)
    ]
    at_once([lambda row=row: answers.take_answer(row, "talked", by=row.to) for row in rows])

    assert Meeting.objects.count() == 1
