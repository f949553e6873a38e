"""Attack A10: nobody fills a mailbox, or writes to the world, by asking for codes and links (A9)."""

import time

import pytest
from django.test import Client

from mail.models import OutgoingMail
from testing.account_mails import kinds

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
AN_HOUR = 15
ADDRESS = "somebody@else.example"
JOIN = {"name": "Noor van Dijk", "password1": "catalogue-of-seeds-17", "adult": "on", "terms": "on"}


@pytest.fixture
def minutes(monkeypatch):
    """Each of so many minutes, one after the other, by the clock of django-allauth's limits."""
    now = [time.time()]
    monkeypatch.setattr("allauth.core.internal.ratelimit.time.time", lambda: now[0])

    def pass_by(number):
        for minute in range(number):
            yield minute
            now[0] += 60

    return pass_by


def ask(door, address, *, network):
    return Client().post(door, JOIN | {"email": address}, REMOTE_ADDR=f"10.0.{network}.1")


@pytest.mark.parametrize("known", (True, False))
@pytest.mark.parametrize(
    ("door", "a_minute", "length"),
    (("/accounts/password/reset/", 5, 5), ("/accounts/login/code/", 3, 7), ("/accounts/signup/", 1, 40)),
)
def test_a_mailbox_gets_fifteen_an_hour_whoever_asks_from_wherever(
    door, a_minute, length, known, minutes, mentee
):
    """Five links a minute were three hundred an hour."""
    address = mentee.email if known else ADDRESS
    for _minute in minutes(length):
        for network in range(a_minute):
            ask(door, address, network=network)

    assert len(kinds(address)) == AN_HOUR


def test_one_network_writes_to_three_hundred_mailboxes_an_hour(minutes, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"request_login_code": "20/m/ip,30/h/ip"}
    for minute in minutes(3):
        for number in range(15):
            ask("/accounts/login/code/", f"{minute}-{number}@else.example", network=1)

    assert OutgoingMail.objects.count() == 30


def test_a_member_has_thirty_codes_a_day_sent_to_other_addresses(minutes, as_, mentee):
    client = as_(mentee)
    client.post("/accounts/reauthenticate/", {"password": "secret-enough"})
    for minute in minutes(5):
        for number in range(8):
            client.post("/accounts/email/", {"email": f"{minute}-{number}@else.example", "action_add": ""})

    assert OutgoingMail.objects.filter(address__endswith="@else.example").count() == 30
