"""Whether the mail server takes mail, the mailbox opens, and the records of the domains agree."""

import imaplib
import smtplib
from email.utils import parseaddr

import dns.exception
import dns.resolver
from django.conf import settings
from django.core.mail import get_connection

from mail.incoming import imap
from mentoring.lib.registry.doctor import look, ok, wrong

SMTP = "django.core.mail.backends.smtp.EmailBackend"
TIMEOUT = 5  # seconds
LOCAL = {"127.0.0.1", "localhost", "::1"}


def mail_servers():
    """Out and in, as far as this process has them."""
    yield from _outgoing()
    if settings.MAIL_INBOX:
        yield from _inbox()
    for name, without in (
        ("BOUNCE_ADDRESS", "mails that come back reach people only"),
        ("CALENDAR_ADDRESS", "answers of calendars are not read"),
    ):
        if not getattr(settings, name):
            yield look(name, f"Not set: {without} (docs/deployment.md, “Mail that comes in”).")


def mail_records():
    """SPF, DMARC and MX as the DNS has them now. DKIM cannot be read without its selector."""
    if settings.EMAIL_BACKEND != SMTP:
        return
    try:
        yield from _records(_domain(settings.DEFAULT_FROM_EMAIL))
    except dns.exception.DNSException as error:
        yield look("DNS", f"The records of our domains could not be read ({type(error).__name__}).")


def _records(sender):
    for domain in {sender, _domain(settings.BOUNCE_ADDRESS) or sender}:
        if not _has(domain, "TXT", "v=spf1"):
            yield wrong(
                "SPF", f"No record for {domain}: mail will be taken for junk. Add one that names your server."
            )
    if not _has(f"_dmarc.{sender}", "TXT", "v=DMARC1"):
        yield look("DMARC", f"No record at _dmarc.{sender}: large receivers ask for one.")
    for domain in filter(None, {_domain(settings.BOUNCE_ADDRESS), _domain(settings.CALENDAR_ADDRESS)}):
        if not _has(domain, "MX") and not _has(domain, "A"):
            yield wrong("MX", f"Nobody takes mail for {domain}: what comes back is lost.")
    yield look(
        "DKIM", "Cannot be read from here: send yourself a mail and look for “dkim=pass” in its source."
    )


def _outgoing():
    if settings.EMAIL_BACKEND != SMTP:
        level = ok if settings.DEMO else wrong
        yield level("EMAIL_URL", "Mails are written to files or the console: nobody gets one.")
        return
    where = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    server = get_connection(timeout=TIMEOUT)
    try:
        server.open()
        server.connection.noop()
    except smtplib.SMTPAuthenticationError as error:
        yield wrong("EMAIL_URL", f"{where} refuses the user or the password ({error.smtp_code}).")
    except (OSError, smtplib.SMTPException) as error:
        yield wrong("EMAIL_URL", f"{where} does not answer as a mail server ({type(error).__name__}).")
    else:
        yield ok(
            "EMAIL_URL", f"{where} takes mail from us. Whether it delivers shows a mail to yourself alone."
        )
        if not (settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL) and settings.EMAIL_HOST not in LOCAL:
            yield look("EMAIL_URL", "Without TLS: add ?tls=1, or use smtps://.")
    finally:
        server.close()


def _inbox():
    try:
        imap.try_inbox()
    except (OSError, imaplib.IMAP4.error, imap.NoInbox) as error:
        yield wrong(
            "MAIL_INBOX", f"It cannot be opened ({type(error).__name__}): host, user, password, folder?"
        )
    else:
        yield ok("MAIL_INBOX", "It opens.")


def _domain(address):
    return parseaddr(address)[1].rpartition("@")[2]


def _has(domain, kind, beginning=""):
    """Whether there is such a record. DNSException if nobody answers."""
    try:
        answers = dns.resolver.resolve(domain, kind, lifetime=TIMEOUT)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return False
    return any(_text(answer).startswith(beginning) for answer in answers)


def _text(answer):
    return b"".join(answer.strings).decode("ascii", "replace") if hasattr(answer, "strings") else str(answer)
