"""Mails as rows, what members have chosen about them, and addresses that mail comes back from."""

from letters.models.choices import MailDay, Pace, PaceOfMail, Stop, Want
from letters.models.letter import OF_THE_DAY, WORDLESS, Letter, LetterQuerySet
from letters.models.undeliverable import Undeliverable

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
