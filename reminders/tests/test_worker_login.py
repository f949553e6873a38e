"""P8: the worker's own login is enough for all that reminders do, and for none of a pair's words."""

import pytest
from django.db import ProgrammingError, connection, transaction

import factories
from mail.models import OutgoingMail
from mail.outgoing import digest, outbox
from mail.preferences import choose_topics
from mail.topics import TOPICS
from matching import services as asking
from matching.models import MentorRequest
from meetings.services import keeping
from mentorships.models import Mentorship, StatusChange
from profiles.models import Member, MentorProfile
from reminders.models import Question, Reminder
from reminders.services import sweep
from testing.logins import as_login, make

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's"),
]


@pytest.fixture
def programme(clock, settings):
    """One of everything: a quiet pair, a new one, requests that wait, mentors to be asked, a draft."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    quiet, new = (factories.pair(factories.mentor().member, factories.member()) for _ in range(2))
    Mentorship.objects.update(began_at=clock.now)
    StatusChange.objects.update(at=clock.now)
    keeping.log(quiet, by=quiet.mentee)
    choose_topics(new.mentee, TOPICS.names())
    mentor = factories.mentor(capacity=9).member
    for _ in range(2):
        asking.send_request(
            mentee=factories.member(), mentor=mentor, focus="specific-skill", message="Would you?"
        )
    MentorProfile.objects.update(published_at=clock.now)
    Member.objects.update(joined_at=clock.now)
    make()
    return mentor


def swept(clock, days):
    """A sweep each morning, as the worker. Nothing may fail."""
    for _day in range(days):
        with as_login("worker"):
            done = sweep.run(clock.go(days=1))
            assert None not in done.values(), done
            digest.release_due(clock.now)
            outbox.drain()


def test_the_worker_does_all_of_it(programme, clock, caplog):
    swept(clock, 35)

    assert "failed" not in caplog.text
    assert set(Reminder.objects.values_list("kind", flat=True)) >= {
        "checkin",
        "first_move",
        "first_agenda",
        "first_choice",
        "request_waits",
        "request_waits_still",
        "nudge",
        "prompt",
    }
    assert set(MentorRequest.objects.values_list("status", flat=True)) == {"expired"}
    assert Question.objects.get(to=programme).closed_at
    assert MentorProfile.objects.get(member=programme).status == "paused"
    assert not OutgoingMail.objects.waiting().exists()


def test_the_yearly_question_too(programme, clock, caplog):
    clock.go(days=360)
    swept(clock, 60)

    assert "failed" not in caplog.text
    assert set(Question.objects.values_list("subject", flat=True)) >= {"still_willing"}


@pytest.mark.parametrize("words", ["message", "hopes"])
def test_it_may_not_read_what_a_request_says(words, programme):
    with as_login("worker"), pytest.raises(ProgrammingError), transaction.atomic():
        list(MentorRequest.objects.values_list(words))
