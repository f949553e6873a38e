"""Product 47, trust P22: what was stopped is not written, and what was written before is not sent."""

import pytest

from factories import member
from mail.models import OutgoingMail, Unsubscribe
from mail.outgoing import outbox
from testing.mails import feedback_to, request_to
from testing.unsubscribing import ONE_CLICK, bare, path_of

pytestmark = pytest.mark.django_db


def test_a_stopped_topic_is_not_written_and_another_is(amina):
    bare().post(path_of(amina.pk), **ONE_CLICK)

    assert feedback_to(amina) is None
    assert request_to(amina).to == amina
    assert feedback_to(member()) is not None


def test_queued_then_stopped_then_drained_is_not_sent(amina, server):
    """P22: asked again when it is sent; gone, and never counted."""
    feedback_to(amina)
    request_to(amina)
    other = feedback_to(member())
    bare().post(path_of(amina.pk), **ONE_CLICK)

    assert outbox.drain() == 2
    assert len(server.sent) == 2
    assert set(OutgoingMail.objects.values_list("kind", "to")) == {
        ("matching/request_received", amina.pk),
        ("feedback/feedback_given", other.to_id),
    }


def test_a_batch_of_stopped_letters_does_not_end_the_drain(amina, server, monkeypatch):
    monkeypatch.setattr(outbox, "BATCH", 2)
    for place in range(4):
        feedback_to(amina, occasion=f"stopped-{place}")
    feedback_to(member())
    Unsubscribe.objects.create(member=amina, topic="feedback")

    assert outbox.drain() == 1
    assert OutgoingMail.objects.count() == 1


def test_the_question_is_asked_once_for_a_batch(server, django_assert_num_queries):
    mails = [feedback_to(member()) for _ in range(5)]
    Unsubscribe.objects.create(member=mails[0].to, topic="feedback")
    taken = list(OutgoingMail.objects.claim(at=mails[-1].due_at, limit=10))

    with django_assert_num_queries(5):  # what each has chosen; the deletion, and what refers to it
        assert len(outbox.drop_unwanted(taken)) == 4
    with django_assert_num_queries(1):
        outbox.drop_unwanted(taken[1:])


def test_a_letter_that_another_drain_has_taken_over_is_the_others_to_delete(amina):
    feedback_to(amina)
    Unsubscribe.objects.create(member=amina, topic="feedback")
    late = OutgoingMail.objects.get()
    [mine] = OutgoingMail.objects.claim(at=late.due_at, limit=1)
    OutgoingMail.objects.update(claim="00000000-0000-4000-8000-000000000000")

    assert outbox.drop_unwanted([mine]) == []
    assert OutgoingMail.objects.count() == 1
