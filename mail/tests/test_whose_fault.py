"""Product 46, P19: whose fault a refusal is, is decided from more than one witness."""

import smtplib
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from factories import member
from mail.incoming import inbox, suppression_list
from mail.models import OutgoingMail, Undeliverable
from mail.outgoing import outbox
from mail.outgoing.outbox_status import outbox_status
from mail.tests.conftest import written
from profiles.notifications import AccountRestored
from testing import smtp_servers
from testing.delivery_reports import report

pytestmark = pytest.mark.django_db
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


def refused(number, text):
    return smtplib.SMTPRecipientsRefused({"a@b.example": (number, text)})


def reached_again():
    """Waiting mails are due, whatever they wait for."""
    OutgoingMail.objects.waiting().update(due_at=timezone.now() - timedelta(seconds=1))


def at_domains(*domains, **more):
    """A mail to a member at each of these domains."""
    return [written(email=f"reader{n}@{domain}", **more)[0] for n, domain in enumerate(domains)]


def drained(server, *answers):
    """With these answers in a row. How many went out."""
    server.plan[:] = [answer and refused(*answer) for answer in answers]
    reached_again()
    return outbox.drain()


def on_days(monkeypatch, days):
    """Today is so many days later."""
    real = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(days=days))


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


def test_the_staff_site_shows_it_until_a_mail_is_taken(server, client, coordinator, staff_site):
    at_domains("one.example", "two.example")
    client.force_login(coordinator)
    drained(server, *[(554, b"5.7.1 Relay access denied")] * 2)
    page = client.get("/admin/").content.decode()

    assert "SMTP 554 5.7.1" in page and "one.example" not in page
    drained(server)
    assert "SMTP 554 5.7.1" not in client.get("/admin/").content.decode()


def test_the_last_refused_mail_is_given_up_after_three_days_as_ever(server, monkeypatch):
    written()
    on_days(monkeypatch, 4)
    drained(server, (554, b"5.7.1 Relay access denied"))

    assert OutgoingMail.objects.get().dead_at and not Undeliverable.objects.exists()


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


def test_an_operator_tries_all_again_at_once(server, capsys):
    for n in range(3):
        Undeliverable.objects.create(address=f"a{n}@test.example", code="SMTP 550")
    written(2)
    drained(server, (550, b"no"), (550, b"no"))
    call_command("try_again")

    assert "3 addresses" in capsys.readouterr().out
    assert not Undeliverable.objects.exists()
    assert outbox.drain() == 2


def test_an_operator_tries_those_of_one_code_again(capsys):
    for n, code in enumerate(("SMTP 550", "SMTP 550 5.1.1")):
        Undeliverable.objects.create(address=f"a{n}@test.example", code=code)
    call_command("try_again", code="SMTP 550")

    assert Undeliverable.objects.get().code == "SMTP 550 5.1.1"


def test_the_staff_site_shows_what_a_server_that_is_away_keeps_waiting(
    server, client, coordinator, staff_site
):
    """Also where the sender is refused before any recipient is named."""
    written(3)
    OutgoingMail.objects.update(written_at=timezone.now() - timedelta(hours=1))
    server.plan += [smtplib.SMTPSenderRefused(550, b"5.1.8 not you", "m@mentoring.example")] * 3
    outbox.drain()
    client.force_login(coordinator)

    assert outbox_status().retried == 3
    assert "waiting for another attempt: 3." in client.get("/admin/").content.decode()
    assert OutgoingMail.objects.waiting().count() == 3
