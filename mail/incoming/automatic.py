"""Mail that a program has written: never answered (RFC 3834), or two programs might write to each other for ever."""

import re
from email.utils import getaddresses

LARGEST_HEADER = 5_000
LARGEST_NOTICE = 20_000
ROBOTS = re.compile(r"^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)\b", re.IGNORECASE)
BULK = re.compile(r"bulk|junk|list|auto", re.IGNORECASE)
MARKS = (
    "X-Autoreply",
    "X-Autorespond",
    "X-Auto-Reply-From",
    "X-Failed-Recipients",
    "List-Id",
    "List-Unsubscribe",
)
LOST = re.compile(
    r"undeliver|returned mail|failure notice|delivery (has )?fail|delivery status notification \(failure",
    re.I,
)
ANSWER = re.compile(r"\b5\d\d[ -]#?(5\.\d{1,3}\.\d{1,3})\b.*")


def header_values(message, *names):
    """What these headers say, as far as anybody would write."""
    return [str(value)[:LARGEST_HEADER] for name in names for value in message.get_all(name, [])]


def is_automatic(message):
    """Whether a program has written it: a reply of somebody who is away, a report, a list, a null sender."""
    submitted = [value.strip().lower() for value in header_values(message, "Auto-Submitted")]
    return (
        any(value.partition(";")[0].strip() != "no" for value in submitted)
        or any(map(BULK.search, header_values(message, "Precedence")))
        or bool(header_values(message, *MARKS, "X-Auto-Response-Suppress"))
        or is_from_a_robot(message)
        or message.get_content_type() in ("multipart/report", "message/disposition-notification")
    )


def is_from_a_robot(message):
    """Whether its sender is empty, or a mail server."""
    if any(value.strip() in ("<>", "") for value in header_values(message, "Return-Path")):
        return True
    senders = [address for _name, address in getaddresses(header_values(message, "From", "Sender"))]
    return not any(senders) or any(map(ROBOTS.match, senders))


def read_notice(message):
    """What servers answered, of a report in words alone, as qmail and old Exims write them; [] if it is none."""
    lost = header_values(message, "X-Failed-Recipients")
    if not lost and not (
        is_from_a_robot(message) and LOST.search(" ".join(header_values(message, "Subject")))
    ):
        return []
    text = next((part for part in message.walk() if part.get_content_type() == "text/plain"), None)
    written = (
        (text.get_payload(decode=True) or b"")[:LARGEST_NOTICE].decode("utf-8", "replace") if text else ""
    )
    answer = ANSWER.search(written)
    return [answer[0]] if answer else ["5.0.0"]
