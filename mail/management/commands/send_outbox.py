"""`manage.py send_outbox`: the drain without Celery, for cron or by hand."""

from django.core.management.base import BaseCommand

from mail.outgoing import outbox


class Command(BaseCommand):
    """Send every mail that is due, once."""

    help = "Send every mail that is due."

    def handle(self, *args, **options):
        """Say how many went out."""
        self.stdout.write(f"{outbox.drain(batches=10_000)} mails sent.")
