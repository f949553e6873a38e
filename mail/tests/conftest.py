"""A mail server to be told what to do, and mails to send."""

import pytest

from factories import member
from mail.models import Undeliverable
from mail.outgoing import outbox
from mail.tests.bounces import ADDRESS
from mail.tests.digest_mails import NOON
from profiles.notifications import AccountRestored
from testing import clocks, smtp_servers


@pytest.fixture
def server(settings):
    """`server.sent`, `server.plan`."""
    settings.EMAIL_BACKEND = "testing.smtp_servers.Server"
    smtp_servers.forget()
    yield smtp_servers
    smtp_servers.forget()


@pytest.fixture
def amina(db):
    """A member to write to."""
    return member(name="Amina Otieno", email="amina@test.example", time_zone="UTC")


@pytest.fixture
def mail(server, settings):
    """Sent to Amina, and taken by a server."""
    settings.BOUNCE_ADDRESS = "bounces@mentoring.example"
    [mail] = written(email="Amina@test.example")
    outbox.drain()
    return mail


@pytest.fixture
def back(mail):
    """Where it comes back to."""
    return smtp_servers.senders[0]


def written(number=1, **facts):
    """Mails to one member each."""
    facts = {"name": "Amina Otieno", **facts}
    return [_written(member(**facts), place) for place in range(number)]


def _written(to, place):
    context = {"member": to, "link": "https://m.example/accounts/login/"}
    return AccountRestored.post(to=to, context=context, occasion=f"test-{to.pk}-{place}")


@pytest.fixture
def clock(monkeypatch):
    return clocks.set_to(monkeypatch, NOON)


@pytest.fixture
def bounced(amina):
    """Amina, whose server knows nobody of that name."""
    Undeliverable.objects.create(address=ADDRESS, code="SMTP 550 5.1.1")
    return amina
