"""What went wrong with a mail: told by numbers and names of faults, never by words or addresses."""

import re
import smtplib

# What the server says about one mail. Everything else that fails on the line fails for all of them.
ERRORS_OF_ONE_MAIL = (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, smtplib.SMTPNotSupportedError)
CLOSING = 421  # whatever was asked: the server hangs up
# A full mailbox, a mail too large, a fault of the server, of the way of speaking, of the words, or a ban of ours.
NOT_THE_ADDRESS = re.compile(r"\b5\.(2\.[23]|[3567]\.\d+)\b")
ENHANCED_CODE = re.compile(rb"\s*([245]\.\d{1,3}\.\d{1,3})\b")


def is_server_error(error):
    """Whether the line or the server is at fault: then the others on this line cannot be sent either."""
    if status_code(error) == CLOSING:
        return True
    return isinstance(error, OSError) and not isinstance(error, ERRORS_OF_ONE_MAIL)


def is_permanent(error):
    """Whether this mail will never be taken."""
    return isinstance(error, ERRORS_OF_ONE_MAIL) and 500 <= status_code(error) < 600


def is_address_error(error):
    """Whether the server has said that nobody is reached there for good."""
    refused = isinstance(error, smtplib.SMTPRecipientsRefused) and is_permanent(error)
    return refused and means_nobody_there(error_code(error))


def means_nobody_there(code):
    """Whether the code of a refusal for good (`SMTP 550 5.1.1`, `5.1.1`) is held against the address (RFC 3463)."""
    return not NOT_THE_ADDRESS.search(code)


def status_code(error):
    """The number of an SMTP answer, or 0."""
    return _answer(error)[0]


def error_code(error):
    """`SMTP 550 5.1.1`, or the name of the fault."""
    found, said = _answer(error)
    if not found:
        return type(error).__name__[:60]
    detail = ENHANCED_CODE.match(said if isinstance(said, bytes) else str(said).encode())
    return f"SMTP {found}" + (f" {detail[1].decode()}" if detail else "")


def _answer(error):
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return next(iter(error.recipients.values()), (550, b""))
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code, error.smtp_error
    return 0, b""
