"""`manage.py demo`: fill an empty programme with people, through the services. Can run again."""

from datetime import UTC, date, datetime, time, timedelta

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from demo import later, people

FURTHEST = timedelta(days=400)


class Command(BaseCommand):
    """Only where DEMO is on: the passwords are public."""

    help = "Fill the demonstration programme; with --as-of, let days pass in it."

    def add_arguments(self, parser):
        """A day to come, if wished."""
        parser.add_argument(
            "--as-of",
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="Do and send all that the programme does by itself until the end of this day.",
        )

    def handle(self, *args, as_of=None, **options):
        """Fill, and say so."""
        if not settings.DEMO:
            raise CommandError("Set DEMO=1 first: the demonstration has public passwords.")
        people.fill()
        self.stdout.write("The demonstration programme is ready.")
        if as_of:
            self._pass_by(datetime.combine(as_of, time.max, UTC))

    def _pass_by(self, until):
        now = timezone.now()
        if not now < until < now + FURTHEST:
            raise CommandError("--as-of wants a day to come, within the next 400 days.")
        sent = later.pass_by(until)
        self.stdout.write(f"{sent} mails went out until {until:%Y-%m-%d}. Read them at /demo/mail/.")
