"""The drain: claim, send, mark. Safe to run late, twice, or side by side."""

import logging
from datetime import timedelta

from django.utils import timezone

from mail.incoming import suppression_list
from mail.models import ERASED, OutgoingMail
from mail.outgoing import lease, retry, smtp_errors
from mail.outgoing.message import build_message
from mail.outgoing.smtp import SmtpSession
from mail.outgoing.suppression import drop_unwanted

logger = logging.getLogger("mentoring.mail")
BATCH = 100
GREATEST_AGE = timedelta(days=3)


def drain(*, batches=50):
    """Send what is due, on one line as long as it holds. Returns how many letters went out."""
    sent = 0
    with SmtpSession() as line:
        for _round in range(batches):
            letters = list(OutgoingMail.objects.claim(at=timezone.now(), limit=BATCH))
            sent += _send_batch(_drop_unwanted(letters), line)
            if not letters or line.dead:
                break
    return sent


def _drop_unwanted(letters):
    """Without those nobody wants any more. One that cannot be asked about waits, and keeps nobody else waiting."""
    try:
        return drop_unwanted(letters)
    except Exception as error:
        if len(letters) == 1:
            _put_back(letters[0], error)
            return []
        return [wanted for letter in letters for wanted in _drop_unwanted([letter])]


def _send_batch(letters, line):
    sent, ours = 0, _Lease(letters)
    for letter in letters:
        if line.dead:
            _put_back(letter, line.last_error)
        elif ours.holds(letter):
            sent += _send_mail(letter, line)
    return sent


class _Lease:
    """How long a batch is ours: with a slow server it is taken anew in time, or a letter would go twice."""

    def __init__(self, letters):
        self.renewed, self.ours = timezone.now(), {letter.pk for letter in letters}

    def holds(self, letter):
        """Whether nobody else can have taken this letter."""
        now = timezone.now()
        if now - self.renewed > lease.LEASE / 4:
            mine = OutgoingMail.objects.waiting().filter(claim=letter.claim)
            mine.update(due_at=now + lease.LEASE)
            self.ours, self.renewed = set(mine.values_list("pk", flat=True)), now
        return letter.pk in self.ours


def _send_mail(letter, line):
    try:
        line.send(build_message(letter))
    except Exception as error:  # one letter that cannot be built must not stop the others
        _put_back(letter, error)
        return 0
    _mine(letter).update(sent_at=timezone.now(), last_error="", **ERASED)
    return 1


def _put_back(letter, error):
    """Try later, or give up: when this one letter is refused for good, or after the greatest age."""
    now = timezone.now()
    code, number = smtp_errors.error_code(error), smtp_errors.status_code(error)
    logger.warning("Letter %s was not sent: %s", letter.pk, code)
    if smtp_errors.is_permanent(error) or now - letter.written_at > GREATEST_AGE:
        _mine(letter).update(dead_at=now, last_error=code, **ERASED)
        if smtp_errors.is_address_error(error):
            suppression_list.suppress(letter, code)
        return
    of_the_server = smtp_errors.is_server_error(error)
    wait = retry.retry_delay(number, of_the_server=of_the_server, attempts=letter.attempts)
    _mine(letter).update(due_at=now + wait, last_error=code, claim=None)


def _mine(letter):
    """The row, if this claim still holds it."""
    return OutgoingMail.objects.waiting().filter(pk=letter.pk, claim=letter.claim)
