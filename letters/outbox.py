"""The drain: claim, send, mark. Safe to run late, twice, or side by side."""

import logging
import random
import smtplib
from datetime import timedelta

from django.core.mail import get_connection
from django.utils import timezone

from letters.mail import build
from letters.models import Letter

logger = logging.getLogger("letters")
BATCH = 100
GREATEST_AGE = timedelta(days=3)
OF_THE_LETTER = (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError)
WORDLESS = {"subject": "", "text": "", "html": ""}


def drain(*, batches=50):
    """Send what is due, a batch to a connection. Returns how many letters went out."""
    sent = 0
    for _round in range(batches):
        letters = list(Letter.objects.claim(at=timezone.now(), limit=BATCH))
        if not letters:
            break
        sent += _send_batch(letters)
    return sent


def _send_batch(letters):
    connection = get_connection()
    sent = 0
    try:
        connection.open()
        for letter in letters:
            sent += _send_one(letter, connection)
    except (OSError, smtplib.SMTPException) as error:
        # The server is not there, or will not have us: no letter is at fault, all of them wait.
        for letter in letters:
            _put_back(letter, error)
    finally:
        connection.close()
    return sent


def _send_one(letter, connection):
    try:
        connection.send_messages([build(letter)])
    except Exception as error:  # one letter that cannot be built must not stop the others
        _put_back(letter, error)
        return 0
    _mine(letter).update(sent_at=timezone.now(), trouble="", **WORDLESS)
    return 1


def _put_back(letter, error):
    """Try later, or give up: when this one letter is refused for good, or after the greatest age."""
    now = timezone.now()
    code = _code(error)
    logger.warning("Letter %s was not sent: %s", letter.pk, code)
    refused = isinstance(error, OF_THE_LETTER) and 500 <= _number(code) < 600
    if refused or now - letter.written_at > GREATEST_AGE:
        _mine(letter).update(dead_at=now, trouble=code, **WORDLESS)
        return
    minutes = min(2 ** min(letter.attempts, 9), 360)
    wait = timedelta(minutes=minutes * random.uniform(0.8, 1.2))
    _mine(letter).update(due_at=now + wait, trouble=code, claim=None)


def _mine(letter):
    """The row, if this claim still holds it."""
    return Letter.objects.waiting().filter(pk=letter.pk, claim=letter.claim)


def _code(error):
    """An SMTP code or the name of the fault: never the words of the mail or the address."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        refusals = list(error.recipients.values())
        return f"SMTP {refusals[0][0]}" if refusals else "SMTP 550"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"SMTP {error.smtp_code}"
    return type(error).__name__[:60]


def _number(code):
    return int(code[5:]) if code.startswith("SMTP ") and code[5:].isdigit() else 0
