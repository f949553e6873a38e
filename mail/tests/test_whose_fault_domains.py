"""Product 46, P19: the same refusal of several domains is the server's fault, not theirs."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mail.incoming import suppression_list
from mail.models import OutgoingMail, Undeliverable
from mail.outgoing.outbox_status import outbox_status
from mail.tests.refusals import at_domains, drained, on_days

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.mark.parametrize(
    "answer", [(550, b"no such user"), (554, b"5.7.1 Relay access denied"), (550, b"5.1.1 who?")]
)
def test_the_same_refusal_of_different_domains_is_the_servers(answer, server, monkeypatch):
    """F1: kept as for a server that is away, for days, and not one address is lost."""
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
