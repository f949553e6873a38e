"""Mails that come back after a server had taken them: known by the address that they were sent from.

Each mail has one of its own, which only the servers on its way have seen (BOUNCE_ADDRESS with a plus).
"""

from email.utils import parseaddr

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from mail import refusals
from mail.incoming import dsn, suppression_list
from mail.incoming.dsn import NotOurs
from mail.models import Blame, OutgoingMail
from mail.outgoing import smtp_errors
from mentoring.lib import subaddress

LENGTH = 24  # hexadecimal digits: servers may write an address in small letters
SHAPE = rf"(\d{{1,18}})-([0-9a-f]{{{LENGTH}}})"


def return_address(mail):
    """Where this mail comes back to: `bounces+17-…@…`; the sender of all mails if there is no such address."""
    if not settings.BOUNCE_ADDRESS:
        return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return subaddress.add_part(settings.BOUNCE_ADDRESS, f"{mail.pk}-{_signature(mail.pk)}")


def take_report(raw):
    """Take in a report. True if the address is not written to any more. NotOurs if it is none of our mails."""
    report = dsn.read_report(raw)
    mail = _mail_of(report.to)
    refused = [_refused(mail, failure) for failure in report.failed]
    certain = [one for one in refused if one.nobody_there]
    if certain:
        suppression_list.suppress(mail.address, certain[0].code)
    elif refused:
        return refusals.decide(refused[:1])[mail.address.lower()] == Blame.ADDRESS
    return bool(certain)


def _refused(mail, failure):
    """A report that nobody is there is believed alone: it comes from the other side, as a rule."""
    code = f"DSN {failure.code}"
    nobody_there = smtp_errors.means_nobody_there(code, failure.text)
    return refusals.Refused(mail.address, code, failure.text, nobody_there)


def _signature(number):
    mac = salted_hmac("mail.incoming.verp", str(number), secret=settings.MAIL_KEY, algorithm="sha256")
    return mac.hexdigest()[:LENGTH]


def _mail_of(addresses):
    for found in subaddress.matching_parts(settings.BOUNCE_ADDRESS, SHAPE, addresses):
        if constant_time_compare(found[2], _signature(int(found[1]))):
            return _if_still_theirs(
                OutgoingMail.objects.filter(pk=int(found[1])).select_related("to").first()
            )
    raise NotOurs("nobody's mail")


def _if_still_theirs(mail):
    """The mail, unless its reader has another address by now or it was forgotten."""
    if mail is None or not mail.address:
        raise NotOurs("a mail that is forgotten")
    if mail.to and mail.to.email.lower() != mail.address.lower():
        raise NotOurs("an address that its owner has given up")
    return mail
