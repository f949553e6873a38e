"""Reports on the delivery of a mail (RFC 3464), read with suspicion: they come from outside."""

import binascii
import email
import quopri
import re
from dataclasses import dataclass
from email.utils import getaddresses

from mail.incoming.automatic import header_values, read_notice

LARGEST = 1_000_000  # bytes of a mail: signatures bring pictures along
MOST_PARTS = 500  # each costs the library time, and an answer or a report has five
MOST_FOLDS = 20_000  # lines that begin with a space: headers of them take the library long
LARGEST_STATUS = 100_000
LARGEST_ANSWER = 2_000  # characters of what a server said
MOST_RECIPIENTS = 10
HEADERS = {
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "received",
    "content-type",
    "mime-version",
    "return-path",
}
ANSWERED = re.compile(r"(?:smtp;)?\s*(?:\d{3}[ -])?#?([245]\.\d{1,3}\.\d{1,3})\b", re.IGNORECASE)
FAILED = re.compile(r"failed\b", re.IGNORECASE)
STATUS_TYPES = {"message/delivery-status", "message/global-delivery-status"}
DECODERS = {"base64": binascii.a2b_base64, "quoted-printable": quopri.decodestring}
VAGUE = re.compile(r"5\.\d\.0")
FOR_GOOD = re.compile(r"(5\.\d{1,3}\.\d{1,3})\b")


class NotOurs(ValueError):
    """A mail that nobody here takes, or that cannot be trusted. Says why, without its words."""


class NoMail(NotOurs):
    """Bytes that are no mail at all."""


class TooLarge(NotOurs):
    """A mail that would take long to take apart."""


@dataclass(frozen=True)
class Failure:
    """One recipient it will never be delivered to: the code (5.1.1), and what the server there said."""

    code: str
    text: str


@dataclass(frozen=True)
class DeliveryReport:
    """`to`: every address the report went to, in small letters; `failed`: what was lost for good."""

    to: tuple[str, ...]
    failed: tuple[Failure, ...]


def read_report(raw):
    """The report in a mail (bytes). NotOurs for everything else; nothing of it is kept."""
    try:
        message = parse_mail(raw)
        return DeliveryReport(to=recipients(message), failed=_failed(message))
    except NotOurs:
        raise
    except Exception as error:  # whatever the library meets in a hostile text
        raise NotOurs(f"not readable: {type(error).__name__}") from None


def parse_mail(raw):
    """The mail of these bytes. TooLarge where taking them apart would take long."""
    if len(raw) > LARGEST:
        raise TooLarge("too large")
    if raw.count(b"\n--") > MOST_PARTS:
        raise TooLarge("too many parts")
    if raw.count(b"\n ") + raw.count(b"\n\t") > MOST_FOLDS:
        raise TooLarge("too many folded lines")
    return email.message_from_bytes(raw)


def require_mail(raw):
    """NoMail if these bytes have no header of a mail; TooLarge as above."""
    if not HEADERS & {name.lower() for name in parse_mail(raw)}:
        raise NoMail("no mail: it has no header")


def recipients(message):
    """The addresses that a mail went to, in small letters."""
    told = header_values(message, "To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To")
    return tuple(address.lower() for _name, address in getaddresses(told))


def _failed(message):
    """What was lost for good, however the report is wrapped. A report of a delay has nothing."""
    parts = [part for part in message.walk() if part.get_content_type() in STATUS_TYPES]
    if parts:
        return tuple(failure for failure in map(_failure, _blocks(parts[0])) if failure)
    if in_words := read_notice(message):
        return tuple(Failure(_code("5.0.0", answer), answer) for answer in in_words)
    raise NotOurs("no report")


def _blocks(part):
    """The blocks of a status part: the mail as a whole, then each recipient. Also in base64 or quoted-printable."""
    payload = part.get_payload()
    text = "\n".join(map(_plain, payload[: MOST_RECIPIENTS + 1])) if isinstance(payload, list) else payload
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding in DECODERS:
        text = DECODERS[encoding](text.strip().encode("ascii", "ignore")).decode("utf-8", "replace")
    blocks = re.split(r"\r?\n(?:[ \t]*\r?\n)+", text[:LARGEST_STATUS].strip())
    return [email.message_from_string(block) for block in blocks[: MOST_RECIPIENTS + 1]]


def _plain(block):
    """A block as it was written: the library's own way of writing it folds long lines, which takes long."""
    lines = [f"{name}: {str(value)[:LARGEST_ANSWER]}" for name, value in block.raw_items()]
    return "\n".join([*lines, "", str(block.get_payload())[:LARGEST_STATUS], ""])


def _failure(block):
    """None for a delay, a success, or a failure that may pass (4.x.x)."""
    status = FOR_GOOD.match(_value(block, "Status"))
    if not FAILED.match(_value(block, "Action")) or not status:
        return None
    text = _value(block, "Diagnostic-Code")[:LARGEST_ANSWER]
    return Failure(_code(status[1], text), text)


def _code(status, text):
    """Status and diagnostic code are two witnesses: the more exact one counts; if they disagree, neither does."""
    answered = ANSWERED.match(text)
    if not answered or answered[1] == status:
        return status
    return answered[1] if VAGUE.fullmatch(status) else "5.0.0"


def _value(block, name):
    return next(iter(header_values(block, name)), "").strip()
