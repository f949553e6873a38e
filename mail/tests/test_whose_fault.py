"""Product 46, P19: whose fault a refusal is, is decided from more than one witness."""

import pytest

from factories import member
from mail.models import OutgoingMail, Undeliverable
from mail.tests.conftest import written
from mail.tests.refusals import drained, on_days
from profiles.notifications import AccountRestored

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
NOT_THEIRS = [
    (550, b"relay not permitted"),
    (550, b"5.1.8 <us@mentoring.example>: Sender address rejected: Domain not found"),
    (552, b"Mailbox quota exceeded"),
    (554, b"5.7.1 Relay access denied"),
    (550, b"Sender verify failed"),
    (550, b"Blocked - see https://block.example"),
    (554, b"Client host blocked"),
    (550, b"SPF check failed"),
    (550, b"5.1.1 <us@mentoring.example>: Sender address rejected: User unknown"),
    (550, b"5.2.1 over quota"),
    (550, b"5.4.1 Relay access denied"),
    (550, b"5.4.6 loop"),
]
NOBODY = [
    (550, b"5.1.1 who?"),
    (550, b"5.1.1 <a@b.example>: Recipient address rejected: User unknown in relay recipient table"),
    (550, b"5.1.2 no such host"),
    (501, b"5.1.3 bad address"),
    (550, b"5.1.6 moved"),
    (556, b"5.1.10 null MX"),
    (550, b"5.2.1 The email account that you tried to reach is disabled"),
    (550, b"#5.1.1 who?"),
    (550, b"5.4.1 [a@b.example]: Recipient address rejected: Access denied. AS(201806281)"),
]
OURS = [
    (530, b"Authentication required"),
    (503, b"bad sequence of commands"),
    (535, b"5.7.8 no"),
    (502, b"no"),
]


@pytest.mark.parametrize(("number", "text"), NOT_THEIRS)
def test_what_says_nothing_of_the_address_costs_no_mail_and_no_address(number, text, server):
    """Fault F1."""
    written(8)

    assert drained(server, *[(number, text)] * 8) == 0
    assert not Undeliverable.objects.exists()
    assert OutgoingMail.objects.waiting().exclude(text="").count() == 8
    assert drained(server) == 8


@pytest.mark.parametrize(("number", "text"), NOBODY)
def test_what_says_that_nobody_is_there_counts_at_once(number, text, server):
    [mail, _other] = written(2)

    assert drained(server, (number, text), None) == 1
    assert Undeliverable.objects.get().address == mail.address
    assert OutgoingMail.objects.get(pk=mail.pk).dead_at


@pytest.mark.parametrize("answer", OURS)
def test_what_is_said_of_our_line_is_the_servers(answer, server):
    written(8)
    drained(server, *[answer] * 8)

    assert OutgoingMail.objects.waiting().count() == 8
    assert not Undeliverable.objects.exists()


@pytest.mark.parametrize("text", [b"no such user", b"5.0.0 no"])
def test_an_undecided_refusal_counts_after_three_different_days(text, server, monkeypatch):
    [mail] = written()
    for day in (0, 0, 1):
        on_days(monkeypatch, day)
        drained(server, (550, text))
    assert not Undeliverable.objects.exists() and OutgoingMail.objects.waiting().exists()

    monkeypatch.undo()
    on_days(monkeypatch, 2)
    drained(server, (550, text))

    assert Undeliverable.objects.get().address == mail.address
    assert OutgoingMail.objects.get().dead_at


def test_a_mail_that_was_taken_in_between_takes_it_all_back(server, monkeypatch):
    to = member()
    for day in range(5):
        on_days(monkeypatch, day)
        context = {"member": to, "link": "https://m.example/"}
        AccountRestored.post(to=to, context=context, occasion=f"day-{day}")
        drained(server, (550, b"no")) if day % 2 else drained(server)
        monkeypatch.undo()

    assert not Undeliverable.objects.exists()


def test_the_last_refused_mail_is_given_up_after_three_days_as_ever(server, monkeypatch):
    written()
    on_days(monkeypatch, 4)
    drained(server, (554, b"5.7.1 Relay access denied"))

    assert OutgoingMail.objects.get().dead_at and not Undeliverable.objects.exists()
