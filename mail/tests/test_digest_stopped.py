"""Product 47: what was stopped is left out of a digest, and stopping a digest stops all that is in it."""

from urllib.parse import urlsplit

import pytest

from mail.models import OutgoingMail, Unsubscribe
from mail.outgoing import digest, outbox
from mail.preferences import set_frequency
from mail.tests.digest_mails import only, sent, unprompted
from testing.mails import feedback_to

pytestmark = pytest.mark.django_db


def test_a_part_whose_topic_was_stopped_after_it_was_put_in_is_left_out(amina, clock, server):
    set_frequency(amina, "daily")
    feedback_to(amina)
    unprompted(amina, "o")
    digest.release_due(clock.now)
    Unsubscribe.objects.create(member=amina, topic="feedback")
    outbox.drain()

    subject, text, _stop = only(server)
    assert "feedback" not in text.lower() and "https://m.example/o/" in text
    assert subject == "Tell us what you’re looking for"


def test_a_mail_of_which_nothing_is_left_is_not_sent(amina, clock, server):
    for number in range(2):
        unprompted(amina, f"o-{number}")
    digest.release_due(clock.now)
    Unsubscribe.objects.create(member=amina, topic="nudges")

    assert outbox.drain() == 0
    assert not OutgoingMail.objects.waiting().exists()


def test_its_stop_stops_all_that_is_in_it(amina, clock, server, client):
    set_frequency(amina, "daily")
    feedback_to(amina)
    unprompted(amina, "o")
    sent(clock, server, hours=1)
    client.post(urlsplit(only(server)[2]).path)

    assert set(Unsubscribe.objects.values_list("topic", flat=True)) == {"feedback", "nudges"}
