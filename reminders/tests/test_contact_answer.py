"""Product 44: a check-in is answered from the mail; looking changes nothing."""

import re

import pytest

import factories
from mail.models import OutgoingMail
from meetings.models import Meeting
from reminders.models import Contact, Reminder, ReminderKind
from reminders.services import checkins
from reminders.tests.answer_links import WAYS, ways
from reminders.tests.conftest import kinds

pytestmark = pytest.mark.django_db


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
    at_once(
        [
            lambda reminder=reminder: answers.take_answer(reminder, "talked", by=reminder.to)
            for reminder in rows
        ]
    )

    assert Meeting.objects.count() == 1
