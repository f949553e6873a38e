"""Mails as rows, what members have chosen about them, and addresses that mail comes back from."""

from mail.models.outgoing_mail import OF_THE_DAY, WORDLESS, Letter, LetterQuerySet
from mail.models.preferences import MailDay, Pace, PaceOfMail, Stop, Want
from mail.models.undeliverable import Undeliverable

__all__ = [
    "OF_THE_DAY",
    "WORDLESS",
    "Letter",
    "LetterQuerySet",
    "MailDay",
    "Pace",
    "PaceOfMail",
    "Stop",
    "Undeliverable",
    "Want",
]
