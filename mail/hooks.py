"""What the mail room offers to others: its jobs, the digest, readers of what comes in."""

from mail import admin_tasks, doctor, metrics
from mail.incoming import verp
from mail.incoming.inbox import READERS
from mail.outgoing import digest
from mentoring.lib.registry.doctor import DOCTOR
from mentoring.lib.registry.hooks import DUE, JOBS, STAFF_MEMBER_LINKS, STAFF_TO_DO
from mentoring.lib.registry.metrics import METRICS
from mentoring.lib.registry.roles import Role, coordinators_may

JOBS.wake("mail.tasks.send_outbox", every=3)
JOBS.wake("mail.tasks.read_inbox", every=60)
coordinators_may("mail", "view_outgoingmail", "view_undeliverable", also=(Role.OPERATOR,))

DOCTOR.register(order=30, name="mail servers")(doctor.mail_servers)
DOCTOR.register(order=40, name="mail records")(doctor.mail_records)
METRICS.register(order=10)(metrics.mail_metrics)
READERS.register(order=10)(verp.take_report)
DUE.register(order=90, name="members whose mail of the day is let go")(digest.release_due)
STAFF_TO_DO.register(order=50)(admin_tasks.addresses_that_bounce)
STAFF_TO_DO.register(order=60)(admin_tasks.mails_given_up)
STAFF_MEMBER_LINKS.register(order=30)(admin_tasks.address_of_member)
