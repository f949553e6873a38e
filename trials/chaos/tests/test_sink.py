"""The mail server of the trial does what it is told, and keeps account."""

import smtplib
from contextlib import contextmanager

import pytest

from trials.harness.smtp_sink import LIES, Sink

TEXT = "Message-ID: <1@x>\r\nSubject: News\r\n\r\nWords.\r\n"


@pytest.fixture
def sink():
    made = Sink()
    yield made
    if made.fault != "down":
        made.close()


@contextmanager
def line(sink):
    with smtplib.SMTP("127.0.0.1", sink.port, timeout=0.5) as connection:
        yield connection


def send(sink, to="reader1@chaos.example"):
    with line(sink) as connection:
        connection.sendmail("a@b.example", [to], TEXT)


def test_it_keeps_account(sink):
    send(sink)
    send(sink)

    first, second = sink.taken
    assert (first.address, first.number) == ("reader1@chaos.example", b"<1@x>")
    assert first.digest == second.digest


def test_it_refuses_for_good_and_for_now(sink):
    sink.refuses = True
    sink.be("later")

    for who, codes in (("never3", {550}), ("later1", {421, 432, 450, 451, 452})):
        with pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
            send(sink, f"{who}@chaos.example")
        [(code, _words)] = refused.value.recipients.values()
        assert code in codes
    assert sink.taken == []


def test_half_open_it_never_answers(sink):
    sink.be("half open")

    with pytest.raises((smtplib.SMTPServerDisconnected, TimeoutError)):
        send(sink)


def test_it_breaks_off_after_it_has_taken_a_mail(sink):
    sink.be("reset")
    send(sink)
    send(sink)

    with pytest.raises(smtplib.SMTPServerDisconnected):
        send(sink)
    assert (len(sink.taken), sink.cut) == (3, 1)


def test_down_nobody_is_there_and_then_again_somebody(sink):
    sink.be("down")
    with pytest.raises(ConnectionRefusedError):
        send(sink)
    sink.be("well")

    send(sink)
    assert len(sink.taken) == 1


@pytest.mark.parametrize("lie", LIES)
def test_it_says_of_everybody_that_it_is_their_fault(lie, sink):
    sink.be(lie)

    with pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
        send(sink)
    [(code, text)] = refused.value.recipients.values()
    assert f"{code} {text.decode()}" == LIES[lie].format(address="reader1@chaos.example")
    sink.be("well")
    send(sink)
    assert len(sink.taken) == 1
