"""How the outbox stands: counts and an age, nothing of any mail."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Min, Q
from django.utils import timezone

from mail import refusals
from mail.models import OutgoingMail, Undeliverable

LATE = timedelta(minutes=15)  # a mail that has been due for so long
LATELY = timedelta(days=7)


@dataclass(frozen=True)
class OutboxStatus:
    """`depth` is due by now, `held` waits for its reader's one mail a day, `dead` was given up lately.

    `retried` has failed for longer than a working mail server needs, and waits for another try.
    `refused`: addresses of different domains that the mail server refuses alike, so that it is at fault or we
    are; `refusal` is its answer (`SMTP 554 5.7.1`).
    """

    depth: int
    held: int
    oldest_seconds: int
    dead: int
    undeliverable: int
    retried: int = 0
    refused: int = 0
    refusal: str = ""

    @property
    def oldest_minutes(self):
        """The same age for people."""
        return self.oldest_seconds // 60

    @property
    def is_late(self):
        """Whether something has been due for longer than a working outbox needs."""
        return self.oldest_seconds > LATE.total_seconds()


def outbox_status(now=None):
    """Asked of the database each time, in three statements."""
    now = now or timezone.now()
    open_now = Q(sent_at=None, dead_at=None)
    due = open_now & Q(due_at__lte=now)
    found = OutgoingMail.objects.filter(open_now | Q(dead_at__gt=now - LATELY)).aggregate(
        depth=Count("pk", filter=due),
        held=Count("pk", filter=open_now & Q(due_at=None, inside=None)),
        oldest=Min("due_at", filter=due),
        retried=Count(
            "pk", filter=open_now & ~Q(last_error="") & Q(due_at__gt=now, written_at__lt=now - LATE)
        ),
        dead=Count("pk", filter=Q(dead_at__gt=now - LATELY)),
    )
    oldest = found.pop("oldest")
    seconds = int((now - oldest).total_seconds()) if oldest else 0
    refusal, refused = refusals.waiting_for_server(now)
    return OutboxStatus(
        oldest_seconds=seconds,
        undeliverable=Undeliverable.objects.count(),
        refused=refused,
        refusal=refusal,
        **found,
    )
