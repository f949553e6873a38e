"""A report of a lost mail is understood however it is wrapped, and what it says is weighed."""

import base64
import quopri
import time
from contextlib import suppress

import pytest

from mail.incoming import inbox
from mail.incoming.dsn import NotOurs
from mail.models import Refusal, Undeliverable
from testing.delivery_reports import report

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
STATUS = b"Content-Type: message/delivery-status\r\n"


def encoded(raw, name, encode):
    """The status part in another encoding."""
    head, _mark, rest = raw.partition(STATUS)
    block, end, tail = rest.partition(b"\r\n--=_report\r\nContent-Type: text/rfc822-headers")
    return (
        head
        + STATUS
        + b"Content-Transfer-Encoding: "
        + name
        + b"\r\n\r\n"
        + encode(block.lstrip())
        + end
        + tail
    )


def in_words(to, subject, text, *headers, sender="MAILER-DAEMON@mail.example"):
    return "\r\n".join(
        [f"From: {sender}", f"To: {to}", f"Subject: {subject}", *headers, "", text, ""]
    ).encode()


WRAPPINGS = {
    "as ever": lambda raw: raw,
    "mixed": lambda raw: raw.replace(b"multipart/report; report-type=delivery-status;", b"multipart/mixed;"),
    "global": lambda raw: raw.replace(b"message/delivery-status", b"message/global-delivery-status"),
    "base64": lambda raw: encoded(raw, b"base64", base64.encodebytes),
    "quoted": lambda raw: encoded(raw, b"Quoted-Printable", quopri.encodestring),
    "base64, global": lambda raw: WRAPPINGS["global"](WRAPPINGS["base64"](raw)),
    "forwarded": lambda raw: raw.replace(
        b"multipart/report",
        b"multipart/mixed; boundary=out\r\n\r\n--out\r\nContent-Type: multipart/report",
        1,
    ),
    "bare line ends": lambda raw: raw.replace(b"\r\n", b"\n"),
    "a comment": lambda raw: raw.replace(b"Action: failed", b"Action: failed (bad)").replace(
        b"5.1.1\r\n", b"5.1.1 (gone)\r\n"
    ),
}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
@pytest.mark.parametrize("server_name", ["postfix", "exchange", "gmail"])
def test_a_dead_address_is_known_however_its_report_is_wrapped(server_name, wrapping, back):
    """Fault F18."""
    raw = WRAPPINGS[wrapping](report(back, server=server_name))

    assert inbox.take_in(raw) is True
    assert Undeliverable.objects.get().code == "DSN 5.1.1"


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_a_delay_is_none_however_it_is_wrapped(wrapping, back):
    raw = WRAPPINGS[wrapping](report(back, action="delayed", status="4.4.1"))

    assert inbox.take_in(raw) is False and not Undeliverable.objects.exists() and not Refusal.objects.exists()


@pytest.mark.parametrize(
    ("status", "diagnostic", "held"),
    [
        ("5.0.0", "smtp; 550 5.1.1 The email account that you tried to reach does not exist", True),
        ("5.1.1", "smtp; 550 5.7.1 blocked by policy", False),
        ("5.1.1", "smtp; 452 4.2.2 mailbox full", False),
        ("5.1.1", "smtp; 554 Relay access denied", False),
        ("5.1.1", "smtp; 550-5.1.1 no such user", True),
        ("5.4.1", "smtp; 550 5.4.1 Recipient address rejected: Access denied", True),
        ("5.4.1", "smtp; 550 5.4.1 no answer from host", False),
        ("5.0.0", "smtp; 552 mailbox quota exceeded", False),
    ],
)
def test_status_and_diagnosis_are_two_witnesses(status, diagnostic, held, back):
    """Fault F1."""
    raw = report(back, status=status)
    old = f"Diagnostic-Code: smtp; 550 {status} no such user here".encode()
    assert old in raw

    assert inbox.take_in(raw.replace(old, b"Diagnostic-Code: " + diagnostic.encode())) is held
    assert Undeliverable.objects.exists() is held


def test_a_report_in_words_is_weighed_too(back):
    """qmail's, and an old Exim's."""
    qmail = in_words(
        back,
        "failure notice",
        "Hi. This is the qmail-send program.\r\nRemote host said: 550 5.1.1 no such user",
    )
    assert inbox.take_in(qmail) is True

    Undeliverable.objects.all().delete()
    exim = in_words(
        back, "Mail failure", "all relevant\r\nUnrouteable address", "X-Failed-Recipients: a@test.example"
    )
    assert inbox.take_in(exim) is False
    assert Refusal.objects.get().blame == "undecided"


@pytest.mark.parametrize(
    ("subject", "sender"),
    [
        ("Warning: message delayed 24 hours", "MAILER-DAEMON@mail.example"),
        ("failure notice", "ben@test.example"),
        ("I am away", "amina@test.example"),
    ],
)
def test_other_mail_to_that_address_is_no_report(subject, sender, back):
    with pytest.raises(NotOurs):
        inbox.take_in(in_words(back, subject, "550 5.1.1 no such user", sender=sender))
    assert not Undeliverable.objects.exists()


@pytest.mark.parametrize(
    "long", ["<" * 400_000, "a" * 900_000, " \r\n" * 200_000, "5.1.1 " * 100_000], ids=len
)
def test_a_report_that_is_made_to_take_long_does_not(long, back):
    began = time.thread_time()
    raw = report(back, status="5.0.0").replace(b"smtp; 550 5.0.0", b"smtp; 550 " + long.encode())
    for each in (raw, WRAPPINGS["global"](raw), in_words(back, "failure notice", long)):
        with suppress(NotOurs):
            inbox.take_in(each)
    assert time.thread_time() - began < 6
