"""`manage.py try_again`: once the mail server is mended, all addresses are written to again; what waits goes out."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from mail.incoming import suppression_list
from mail.models import OutgoingMail, Undeliverable


class Command(BaseCommand):
    """Safe to run twice: an address where nobody is comes back with its next mail."""

    help = "Write to addresses again that mail came back from, and send now what waits for another try."

    def add_arguments(self, parser):
        """`--code "SMTP 550"`: only those of this code."""
        parser.add_argument("--code", help='only addresses of this code, such as "SMTP 550"')

    def handle(self, *args, code=None, **options):
        """Say how many."""
        held = Undeliverable.objects.filter(code=code) if code else Undeliverable.objects.all()
        lifted = suppression_list.lift_suppressions(list(held.values_list("address", flat=True)))
        waiting = OutgoingMail.objects.waiting().filter(claim=None, attempts__gt=0, due_at__isnull=False)
        waiting = waiting.filter(last_error=code) if code else waiting
        due = waiting.update(due_at=timezone.now())
        self.stdout.write(f"{lifted} addresses are written to again, {due} mails are due now.")
