"""Mails as rows, what members have chosen about them, and addresses that mail comes back from."""

from mail.models.outgoing_mail import DIGEST, ERASED, FOR, OutgoingMail, OutgoingMailQuerySet, occasion_hash
from mail.models.preferences import DigestSent, Frequency, MailFrequency, TopicSubscription, Unsubscribe
from mail.models.refusal import Blame, Refusal
from mail.models.undeliverable import Undeliverable

__all__ = [
    "Blame",
    "Refusal",
    "DIGEST",
    "ERASED",
    "FOR",
    "OutgoingMail",
    "OutgoingMailQuerySet",
    "occasion_hash",
    "DigestSent",
    "Frequency",
    "MailFrequency",
    "Unsubscribe",
    "Undeliverable",
    "TopicSubscription",
]
