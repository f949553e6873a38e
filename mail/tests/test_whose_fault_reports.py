"""Product 46, P19: whose fault it is when a report comes back after a mail was taken."""

import pytest

from mail.incoming import inbox
from mail.models import Undeliverable
from mail.outgoing import outbox
from mail.tests.refusals import at_domains, on_days
from testing import smtp_servers
from testing.delivery_reports import report

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.mark.parametrize(
    "status", "5.0.0 5.1.0 5.1.7 5.1.8 5.2.0 5.2.2 5.4.0 5.4.4 5.4.6 5.4.7 5.4.14 5.4.300 5.7.1 5.8.1".split()
)
def test_a_report_that_says_nothing_of_the_address_is_not_held_against_it(status, back):
    assert inbox.take_in(report(back, status=status)) is False
    assert not Undeliverable.objects.exists()


@pytest.mark.parametrize("status", "5.1.1 5.1.2 5.1.3 5.1.6 5.1.10 5.2.1 5.4.1".split())
def test_a_report_that_nobody_is_there_is_held_against_it(status, back):
    assert inbox.take_in(report(back, status=status)) is True


def test_undecided_reports_count_after_three_different_days(mail, back, monkeypatch):
    for day, held in ((0, False), (0, False), (1, False), (2, True)):
        on_days(monkeypatch, day)
        assert inbox.take_in(report(back, status="5.0.0")) is held
        monkeypatch.undo()


def test_undecided_reports_from_different_domains_are_nobodys(server, settings, monkeypatch):
    settings.BOUNCE_ADDRESS = "bounces@mentoring.example"
    at_domains("one.example", "two.example")
    outbox.drain()
    for day in range(4):
        on_days(monkeypatch, day)
        for back in smtp_servers.senders:
            inbox.take_in(report(back, status="5.0.0"))
        monkeypatch.undo()

    assert Undeliverable.objects.count() <= 1
