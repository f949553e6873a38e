"""Product 47: what can be stopped is decided kind by kind, and what keeps an account safe cannot be."""

import pytest
from django.utils import timezone

from factories import member
from mail import topics
from mail.declarations import declaration_of, topic_of
from mail.models import DIGEST, OutgoingMail, Unsubscribe
from mail.outgoing import outbox
from mail.outgoing.message import build_message
from mail.outgoing.render import FILES, render_part
from mail.tests.conftest import written
from mail.tests.mail_contexts import KINDS, context, links
from mail.tests.test_notifications_always import ALWAYS
from mail.topics import TOPICS
from mentorships.notifications import Invited

pytestmark = pytest.mark.any_database

STOPPABLE = [kind for kind in KINDS if topic_of(kind)]


@pytest.mark.django_db
@pytest.mark.parametrize("kind", sorted(ALWAYS - {DIGEST}))
def test_what_always_comes_has_no_stop_and_knows_none(kind, server):
    amina = member()
    for topic in {*TOPICS.names(), kind.partition("/")[0]}:
        Unsubscribe.objects.create(member=amina, topic=topic)
    mail = declaration_of(kind).post(to=amina, context=context(kind), occasion="a")

    assert "List-Unsubscribe" not in build_message(mail).message()
    assert "/mail/stop/" not in mail.text + mail.html
    OutgoingMail.objects.update(due_at=timezone.now())  # some come with others, once a day
    assert outbox.drain() == 1


@pytest.mark.django_db
def test_a_mail_to_a_bare_address_has_no_stop():
    mail = Invited.post(address="x@y.example", context=context("mentorships/invited"), occasion="a")

    assert "List-Unsubscribe" not in build_message(mail).message()
    assert "/mail/stop/" not in mail.text + mail.html


@pytest.mark.parametrize("kind", STOPPABLE)
def test_the_last_line_adds_one_link_to_each_body(kind):
    stop = {"link": topics.unsubscribe_link(7, topic_of(kind)), "words": topic_of(kind).unsubscribe_label}
    without = {part: render_part(kind, part, context(kind)) for part in FILES}
    parts = {part: render_part(kind, part, context(kind, stop=stop)) for part in FILES}

    assert parts["subject"] == without["subject"]
    for part in ("text", "html"):
        assert links(parts[part]) - links(without[part]) == {stop["link"]}
        assert str(stop["words"]) in parts[part].replace(without[part], "")
    assert "\n\n\n" not in parts["text"]
    assert parts["html"].count("<style") == 1


@pytest.mark.django_db
def test_a_letter_written_before_there_were_topics_is_sent(server):
    [mail] = written()
    OutgoingMail.objects.filter(pk=mail.pk).update(kind="profiles", to=None)

    assert outbox.drain() == 1
