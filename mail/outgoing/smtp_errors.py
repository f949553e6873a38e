"""What went wrong with a letter: told by numbers and names of faults, never by words or addresses."""

import re
import smtplib

# What the server says about one letter. Everything else that fails on the line fails for all of them.
OF_THE_LETTER = (
    smtplib.SMTPRecipientsRefused,
    smtplib.SMTPDataError,
    smtplib.SMTPNotSupportedError,
)
CLOSING = 421  # whatever was asked: the server hangs up
# A full mailbox, a mail too large, a fault of the server, of the way of speaking, of the words, or a ban of ours.
NO_FAULT_OF_THE_ADDRESS = re.compile(r"\b5\.(2\.[23]|[3567]\.\d+)\b")
DETAIL = re.compile(rb"\s*([245]\.\d{1,3}\.\d{1,3})\b")


def of_the_server(error):
    """Whether the line or the server is at fault: then the others on this line cannot be sent either."""
    if number(error) == CLOSING:
        return True
    return isinstance(error, OSError) and not isinstance(error, OF_THE_LETTER)


def for_good(error):
    """Whether this letter will never be taken."""
    return isinstance(error, OF_THE_LETTER) and 500 <= number(error) < 600


def of_the_address(error):
    """Whether the server has said that nobody is reached there for good."""
    refused = isinstance(error, smtplib.SMTPRecipientsRefused) and for_good(error)
    return refused and nobody_there(code(error))


def nobody_there(code):
    """Whether the code of a refusal for good (`SMTP 550 5.1.1`, `5.1.1`) is held against the address (RFC 3463)."""
    return not NO_FAULT_OF_THE_ADDRESS.search(code)


def number(error):
    """The number of an SMTP answer, or 0."""
    return _answer(error)[0]


def code(error):
    """`SMTP 550 5.1.1`, or the name of the fault."""
    found, said = _answer(error)
    if not found:
        return type(error).__name__[:60]
    detail = DETAIL.match(said if isinstance(said, bytes) else str(said).encode())
    return f"SMTP {found}" + (f" {detail[1].decode()}" if detail else "")


def _answer(error):
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return next(iter(error.recipients.values()), (550, b""))
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code, error.smtp_error
    return 0, b""
