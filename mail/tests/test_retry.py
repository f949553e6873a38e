"""P19: how long a mail waits follows from what went wrong."""

import smtplib
from datetime import timedelta

import pytest

from mail.outgoing import retry, smtp_errors

MINUTE = timedelta(minutes=1)


def refused(code, said=b"no"):
    return smtplib.SMTPRecipientsRefused({"a@b.example": (code, said)})


def waits(number, *, attempts=1, of_the_server=False):
    return [retry.retry_delay(number, of_the_server=of_the_server, attempts=attempts) for _ in range(200)]


def test_a_server_that_is_away_is_looked_for_again_soon():
    """Down for half an hour, everything is on its way a quarter of an hour after it is back."""
    assert max(waits(0, attempts=9, of_the_server=True)) <= 18 * MINUTE


def test_a_letter_that_is_not_taken_waits_up_to_six_hours():
    assert max(waits(451, attempts=20)) <= 1.2 * 360 * MINUTE
    assert min(waits(451, attempts=20)) >= 0.8 * 360 * MINUTE


@pytest.mark.parametrize("number", [421, 432, 452])
def test_where_too_many_came_at_once_they_come_back_far_apart(number):
    crowd, plain = waits(number), waits(450)

    assert max(crowd) - min(crowd) > 4 * (max(plain) - min(plain))
    assert min(crowd) >= 2 * MINUTE


@pytest.mark.parametrize("attempts", [0, 1, 40, 32767])
def test_no_number_of_tries_is_too_odd_to_wait(attempts):
    assert all(wait > timedelta(0) for wait in waits(450, attempts=attempts))


@pytest.mark.parametrize(
    ("error", "for_good", "of_the_server", "of_the_address", "code"),
    [
        (refused(550, b"5.1.1 who?"), True, False, True, "SMTP 550 5.1.1"),
        (refused(550, b"5.7.1 not you"), True, False, False, "SMTP 550 5.7.1"),
        (refused(550, "no such person"), True, False, False, "SMTP 550"),
        (refused(450), False, False, False, "SMTP 450"),
        (refused(421), False, True, False, "SMTP 421"),
        (smtplib.SMTPRecipientsRefused({}), True, False, False, "SMTP 550"),
        (smtplib.SMTPDataError(554, b"5.6.0 bad"), True, False, False, "SMTP 554 5.6.0"),
        (smtplib.SMTPSenderRefused(550, b"x", "a@b.example"), False, True, False, "SMTP 550"),
        (smtplib.SMTPAuthenticationError(535, b"5.7.8 x"), False, True, False, "SMTP 535 5.7.8"),
        (smtplib.SMTPServerDisconnected("x"), False, True, False, "SMTPServerDisconnected"),
        (TimeoutError("x"), False, True, False, "TimeoutError"),
        (ValueError("a@b.example"), False, False, False, "ValueError"),
    ],
    ids=repr,
)
def test_what_went_wrong_is_told_apart(error, for_good, of_the_server, of_the_address, code):
    assert smtp_errors.is_refusal(error) is for_good
    assert smtp_errors.is_server_error(error) is of_the_server
    assert smtp_errors.is_address_error(error) is of_the_address
    assert smtp_errors.error_code(error) == code
