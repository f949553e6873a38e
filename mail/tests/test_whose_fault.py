"""Product 46, P19: whose fault a refusal is, is decided from more than one witness."""

from datetime import timedelta

import pytest
from django.utils import timezone

from factories import member
from mail.incoming import suppression_list
from mail.models import OutgoingMail, Undeliverable
from mail.outgoing.outbox_status import outbox_status
from mail.tests.conftest import written
from mail.tests.refusals import at_domains, drained, on_days
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


@pytest.mark.parametrize(
    "answer", [(550, b"no such user"), (554, b"5.7.1 Relay access denied"), (550, b"5.1.1 who?")]
)
def test_the_same_refusal_of_different_domains_is_the_servers(answer, server, monkeypatch):
    """Kept as for a server that is away, for days, and not one address is lost."""
    at_domains("one.example", "two.example", "three.example")
    for day in (0, 0, 1, 2):
        on_days(monkeypatch, day)
        assert drained(server, *[answer] * 3) == 0
        monkeypatch.undo()

    assert not Undeliverable.objects.exists()
    soon = timezone.now() + timedelta(days=2, minutes=20)
    assert OutgoingMail.objects.waiting().filter(due_at__lt=soon).exclude(text="").count() == 3
    assert drained(server) == 3


def test_it_is_the_servers_also_where_each_comes_in_a_drain_of_its_own(server):
    """The first was believed alone; the second shows that it was not the address."""
    [first] = at_domains("one.example")
    drained(server, (550, b"5.1.1 who?"))
    assert suppression_list.is_suppressed(first.address)

    at_domains("two.example", "three.example")
    drained(server, (550, b"5.1.1 who?"), (550, b"5.1.1 who?"))
    for _ in range(3):
        drained(server, *[(550, b"5.1.1 who?")] * 2)

    assert not Undeliverable.objects.exists()
    assert OutgoingMail.objects.waiting().count() == 2


def test_two_dead_addresses_among_many_that_live_are_believed(server):
    at_domains(*[f"{n}.example" for n in range(8)])

    assert drained(server, (550, b"5.1.1 who?"), (550, b"5.1.1 who?")) == 6
    assert Undeliverable.objects.count() == 2


def test_a_relay_that_takes_its_own_domain_only_loses_no_mail_of_the_others(server):
    at_domains("own.example", "one.example", "two.example")
    denied = (554, b"5.7.1 <reader@else.example>: Relay access denied")

    assert drained(server, None, denied, denied) == 1
    assert outbox_status().refused == 2 and outbox_status().refusal == "SMTP 554 5.7.1"


def test_another_refusal_of_each_is_their_own(server):
    at_domains("one.example", "two.example")
    drained(server, (550, b"mailbox full"), (550, b"greylisted, or so"))

    assert outbox_status().refused == 0


def test_the_last_refused_mail_is_given_up_after_three_days_as_ever(server, monkeypatch):
    written()
    on_days(monkeypatch, 4)
    drained(server, (554, b"5.7.1 Relay access denied"))

    assert OutgoingMail.objects.get().dead_at and not Undeliverable.objects.exists()
