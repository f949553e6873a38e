"""How mail stands, for whoever watches."""

from mail.outgoing.outbox_status import outbox_status
from mentoring.lib.registry.metrics import Metric

DESCRIPTIONS = {
    "depth": ("mail_due", "Mails that are due and not sent."),
    "held": ("mail_held", "Mails that wait for their reader's one mail a day."),
    "oldest_seconds": ("mail_oldest_seconds", "For how long the oldest of them has been due."),
    "dead": ("mail_dead", "Mails given up in the last seven days."),
    "undeliverable": ("mail_undeliverable", "Addresses that mail comes back from."),
    "retried": ("mail_retried", "Mails that failed for a while and wait for another try."),
    "refused": ("mail_refused", "Addresses of different domains that the mail server refuses alike."),
}


def mail_metrics():
    """The outbox, in one look."""
    status = outbox_status()
    for field, (name, description) in DESCRIPTIONS.items():
        yield Metric(name, description, getattr(status, field))
