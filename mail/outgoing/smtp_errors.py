"""What went wrong with a mail: told by numbers and names of faults, never by words or addresses."""

import hashlib
import re
import smtplib

# What the server says about one mail. Everything else that fails on the line fails for all of them.
ERRORS_OF_ONE_MAIL = (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, smtplib.SMTPNotSupportedError)
LARGEST_ANSWER = 2_000  # characters: the rest says nothing more
CLOSING = 421  # whatever was asked: the server hangs up
# The way of speaking, or our sign-in: said of a recipient, it is true of all of them.
OUR_LINE = {500, 502, 503, 504, 530, 534, 535, 538}
NOBODY_THERE = {"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"}
# Microsoft 365 says so of whom it does not know, and others of a route that fails: here the text is the witness.
NOBODY_AT_M365, M365_TEXT = "5.4.1", re.compile(r"recipient|user|mailbox|access denied", re.IGNORECASE)
# Our address as a sender, a mail too large, a fault of the server, of the way of speaking, of the words, a ban of ours.
SENDERS_FAULT = re.compile(r"5\.(1\.[78]|2\.3|[35678]\.\d+)")
# Where the text says this, a code for "nobody there" is not believed.
OTHER_FAULT = re.compile(
    r"sender|relay(ing)? (access )?(is )?(denied|not|prohibited)|\b(spf|dkim|dmarc)\b|block ?list|blocked|quota"
    r"|authenticat",
    re.IGNORECASE,
)
ENHANCED_CODE = re.compile(r"\s*#?([245]\.\d{1,3}\.\d{1,3})\b")
ADDRESS_IN_TEXT = re.compile(r"<[^>]*>|\S*@\S*")


def is_server_error(error):
    """Whether the line or the server is at fault: then the others on this line cannot be sent either."""
    if status_code(error) == CLOSING or status_code(error) in OUR_LINE:
        return True
    return isinstance(error, OSError) and not isinstance(error, ERRORS_OF_ONE_MAIL)


def is_refusal(error):
    """Whether the server has refused this mail for good. Whose fault that is, mail.refusals decides."""
    return isinstance(error, ERRORS_OF_ONE_MAIL) and not is_server_error(error) and status_code(error) >= 500


def is_address_error(error):
    """Whether the server has said that nobody is there."""
    return is_refusal(error) and means_nobody_there(error_code(error), answer_text(error))


def means_nobody_there(code, text):
    """Whether a refusal for good (`SMTP 550 5.1.1`, `DSN 5.1.1`; its text) says that nobody is there (RFC 3463)."""
    detail, text = code.rpartition(" ")[2], ADDRESS_IN_TEXT.sub(" ", text)
    if OTHER_FAULT.search(text):
        return False
    return detail in NOBODY_THERE or (detail == NOBODY_AT_M365 and bool(M365_TEXT.search(text)))


def is_senders_fault(code):
    """Whether the code of a refusal speaks of the mail or of its sender, however often it comes."""
    return bool(SENDERS_FAULT.fullmatch(code.rpartition(" ")[2]))


def answer_shape(text, address):
    """A digest of an answer without names, hosts and numbers: the same for the same answer to somebody else."""
    own = set(re.split(r"[@.]", address.lower()))
    plain = re.split(r"[\s:;,()\[\]'\"]+", ADDRESS_IN_TEXT.sub(" ", text).lower())
    kept = [word for word in plain if word.rstrip(".").isalpha() and word.rstrip(".") not in own]
    return hashlib.sha256(" ".join(kept).encode()).hexdigest()[:16]


def status_code(error):
    """The number of an SMTP answer, or 0."""
    return _answer(error)[0]


def answer_text(error):
    """What the server said behind the number. It may name an address: never to be logged or kept."""
    text = _answer(error)[1]
    return (text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text))[:LARGEST_ANSWER]


def error_code(error):
    """`SMTP 550 5.1.1`, or the name of the fault."""
    number = status_code(error)
    if not number:
        return type(error).__name__[:60]
    detail = ENHANCED_CODE.match(answer_text(error))
    return f"SMTP {number}" + (f" {detail[1]}" if detail else "")


def _answer(error):
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return next(iter(error.recipients.values()), (550, b""))
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code, error.smtp_error
    return 0, b""
