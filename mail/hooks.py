"""What the mail room offers to others: its jobs, the digest, readers of what comes in."""

from mail.incoming import verp
from mail.incoming.inbox import READERS
from mail.outgoing import digest
from mentoring.lib.registry.hooks import DUE, JOBS, coordinators_may

JOBS.wake("mail.tasks.send_outbox", every=3)
JOBS.wake("mail.tasks.read_inbox", every=60)
coordinators_may("mail", "view_outgoingmail", "view_undeliverable")

READERS.register(order=10)(verp.take_report)
DUE.register(order=90, name="members whose mail of the day is let go")(digest.release_due)
