"""The mailbox of the programme, read over IMAP."""

import imaplib
import logging
import ssl
from contextlib import contextmanager, suppress

from django.conf import settings

from mail.incoming import inbox

logger = logging.getLogger("mentoring.mail")
MOST_AT_ONCE = 200  # mails in one go: the rest waits for the next
TIMEOUT_SECONDS = 20


class NoInbox(Exception):
    """The mailbox is not set, or cannot be opened. Says why, without the password."""


def read_inbox():
    """Take in what is unread. (taken, left aside). NoInbox if there is none; a mail is marked once it is done."""
    if not settings.MAIL_INBOX:
        raise NoInbox("MAIL_INBOX is not set.")
    try:
        with _opened(settings.MAIL_INBOX) as imap:
            results = [_one(raw) for raw in _unread(imap)]
    except (OSError, imaplib.IMAP4.error) as error:
        where = "The mailbox at {host}:{port} cannot be read".format(**settings.MAIL_INBOX)
        raise NoInbox(f"{where}: {type(error).__name__}.") from None
    return sum(results), len(results) - sum(results)


def try_inbox():
    """Open it and read nothing. NoInbox, OSError or IMAP4.error if it does not open."""
    with _opened(settings.MAIL_INBOX):
        pass


def _one(raw):
    """Whether it was taken. While the database is away, all that is unread waits."""
    try:
        return inbox.receive(raw)[0]
    except inbox.NotOurs as reason:
        logger.info("A mail was left aside: %s", reason)
        return False


@contextmanager
def _opened(box):
    """One connection; its certificate is looked at, since the password goes through it."""
    if box["ssl"]:
        imap = imaplib.IMAP4_SSL(
            box["host"], box["port"], timeout=TIMEOUT_SECONDS, ssl_context=ssl.create_default_context()
        )
    else:
        imap = imaplib.IMAP4(box["host"], box["port"], timeout=TIMEOUT_SECONDS)
    try:
        _sign_in(imap, box)
        yield imap
    finally:
        with suppress(OSError, imaplib.IMAP4.error):  # a server that has gone need not hear it
            imap.logout()


def _sign_in(imap, box):
    try:
        imap.login(box["user"], box["password"])
    except (imaplib.IMAP4.error, UnicodeError):  # which may hold the password
        raise NoInbox(f"{box['host']} does not know this user with this password.") from None
    answer, _data = imap.select(f'"{box["folder"]}"')
    if answer != "OK":
        raise NoInbox(f"{box['host']} has no folder {box['folder']}.")


def _unread(imap):
    """Each unread mail as bytes, marked as read only when the next is asked for: a crash loses none."""
    _answer, [found] = imap.uid("search", "UNSEEN")
    for uid in (found or b"").split()[:MOST_AT_ONCE]:
        _answer, data = imap.uid("fetch", uid, f"(BODY.PEEK[]<0.{inbox.LARGEST + 1}>)")
        yield data[0][1] if data and isinstance(data[0], tuple) else b""
        imap.uid("store", uid, "+FLAGS", r"(\Seen)")
