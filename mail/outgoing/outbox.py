"""The drain: claim, send, mark. Safe to run late, twice, or side by side."""

import logging
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from mail import refusals
from mail.models import ERASED, Blame, OutgoingMail
from mail.outgoing import retry, smtp_errors
from mail.outgoing.message import build_message
from mail.outgoing.smtp import SmtpSession
from mail.outgoing.suppression import drop_unwanted

logger = logging.getLogger("mentoring.mail")
BATCH = 100
GREATEST_AGE = timedelta(days=3)


def drain(*, batches=50):
    """Send what is due, on one line as long as it holds. Returns how many mails went out."""
    sent = 0
    with SmtpSession() as line:
        for _round in range(batches):
            mails = list(OutgoingMail.objects.claim(at=timezone.now(), limit=BATCH))
            sent += _send_batch(_drop_unwanted(mails), line)
            if not mails or line.dead:
                break
    return sent


def _drop_unwanted(mails):
    """Without those nobody wants any more. One that cannot be asked about waits, and keeps nobody else waiting."""
    try:
        return drop_unwanted(mails)
    except Exception as error:
        if len(mails) == 1:
            _put_back(mails[0], error)
            return []
        return [wanted for mail in mails for wanted in _drop_unwanted([mail])]


def _send_batch(mails, line):
    began, ours, sent, refused = timezone.now(), _Lease(mails), [], []
    for mail in mails:
        if line.dead:
            _put_back(mail, line.last_error)
        elif ours.holds(mail):
            _send_mail(mail, line, sent=sent, refused=refused)
    if sent:
        refusals.forget_after_sending([mail.address for mail in sent])
    if refused:
        _settle(refused, began)
    return len(sent)


class _Lease:
    """How long a batch is ours: with a slow server it is taken anew in time, or a mail would go twice."""

    def __init__(self, mails):
        self.renewed, self.ours = timezone.now(), {mail.pk for mail in mails}

    def holds(self, mail):
        """Whether nobody else can have taken this mail."""
        now = timezone.now()
        if now - self.renewed > settings.OUTBOX_LEASE / 4:
            mine = OutgoingMail.objects.waiting().filter(claim=mail.claim)
            mine.update(due_at=now + settings.OUTBOX_LEASE)
            self.ours, self.renewed = set(mine.values_list("pk", flat=True)), now
        return mail.pk in self.ours


def _send_mail(mail, line, *, sent, refused):
    """Try; the mail is put among those that were sent, or with its error among those that were refused."""
    try:
        line.send(build_message(mail))
    except Exception as error:  # one mail that cannot be built must not stop the others
        if smtp_errors.is_refusal(error):
            refused.append((mail, error))
        else:
            _put_back(mail, error)
        return
    _mine(mail).update(sent_at=timezone.now(), last_error="", **ERASED)
    sent.append(mail)


def _settle(refused, began):
    """What a batch had refused for good: whose fault that is, is decided together."""
    blame = refusals.decide([_refused(mail, error) for mail, error in refused], began=began)
    for mail, error in refused:
        fault = blame[mail.address.lower()]
        if fault == Blame.ADDRESS:
            _give_up(mail, smtp_errors.error_code(error))
        else:
            _put_back(mail, error, of_the_server=fault == Blame.SERVER)


def _refused(mail, error):
    return refusals.Refused(
        address=mail.address,
        code=smtp_errors.error_code(error),
        text=smtp_errors.answer_text(error),
        nobody_there=smtp_errors.is_address_error(error),
    )


def _put_back(mail, error, *, of_the_server=None):
    """Try later, or give up after the greatest age. `of_the_server`: what is known beside the error itself."""
    now, code = timezone.now(), smtp_errors.error_code(error)
    if now - mail.written_at > GREATEST_AGE:
        _give_up(mail, code)
        return
    logger.warning("Mail %s was not sent: %s", mail.pk, code)
    if of_the_server is None:
        of_the_server = smtp_errors.is_server_error(error)
    wait = retry.retry_delay(
        smtp_errors.status_code(error), of_the_server=of_the_server, attempts=mail.attempts
    )
    _mine(mail).update(due_at=now + wait, last_error=code, claim=None)


def _give_up(mail, code):
    logger.warning("Mail %s was not sent: %s", mail.pk, code)
    _mine(mail).update(dead_at=timezone.now(), last_error=code, failed_address=mail.address, **ERASED)


def _mine(mail):
    """The row, if this claim still holds it."""
    return OutgoingMail.objects.waiting().filter(pk=mail.pk, claim=mail.claim)
