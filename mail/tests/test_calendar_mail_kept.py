"""A mail that carries a calendar, as it is kept: built the same twice, and erased with the other words."""

import pytest

from mail.models import ERASED, OutgoingMail
from mail.outgoing import outbox
from mail.outgoing.message import build_message
from mail.tests.outbox_mails import refused
from testing.calendar_mails import INVITE, invitation

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_built_twice_it_is_the_same_to_the_byte():
    """P17."""
    mail = invitation(reply_to="meetings+1@m.example")
    again = OutgoingMail.objects.get(pk=mail.pk)

    assert build_message(mail).message().as_bytes() == build_message(again).message().as_bytes()


@pytest.mark.parametrize("trouble", (None, refused(550, b"5.1.1 who?")), ids=("sent", "given up"))
def test_it_is_erased_with_the_other_words(trouble, server):
    """Once it is sent, or given up."""
    server.plan.append(trouble)
    mail = invitation(reply_to="meetings+1@m.example")
    outbox.drain()

    mail.refresh_from_db()
    assert mail.sent_at or mail.dead_at
    assert {name: getattr(mail, name) for name in ERASED} == ERASED
    assert ERASED.keys() >= {"subject", "text", "html", "calendar", "reply_to"}


@pytest.mark.parametrize(
    ("calendar", "method"),
    (
        (INVITE, "REQUEST"),
        (INVITE.replace("REQUEST", "CANCEL"), "CANCEL"),
        (INVITE.replace("\r\n", "\n"), "REQUEST"),
    ),
)
def test_the_method_is_the_calendars_own(calendar, method):
    mail = invitation(calendar)

    [part] = [p for p in build_message(mail).message().walk() if p.get_content_type() == "text/calendar"]
    assert part.get_param("method") == method
    assert part.get_payload(decode=True) == calendar.encode()
