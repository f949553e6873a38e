"""`manage.py demo`: fill an empty programme with people, through the services. Can run again."""

from datetime import UTC, date, datetime, time, timedelta

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from demo import later, people
from demo.year import beginning
from mentoring.lib.vault import KeyRingError

FURTHEST = timedelta(days=400)
MEMBERS = 1000


class Command(BaseCommand):
    """Only where DEMO is on: the passwords are public."""

    help = "Fill the demonstration programme; with --year, a thousand members and a year; with --as-of, let days pass."

    def add_arguments(self, parser):
        """A day to come, or a year that has been."""
        parser.add_argument(
            "--as-of",
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="Do and send all that the programme does by itself until the end of this day.",
        )
        parser.add_argument("--year", action="store_true", help="Add invented members and a year of history.")
        parser.add_argument(
            "--members", type=int, default=MEMBERS, metavar="N", help="How many, with --year."
        )
        parser.add_argument("--seed", type=int, default=1, metavar="N", help="Another number, another year.")

    def handle(self, *args, as_of=None, year=False, members=MEMBERS, seed=1, **options):
        """Fill, and say so."""
        if not settings.DEMO:
            raise CommandError("Set DEMO=1 first: the demonstration has public passwords.")
        try:
            self._fill(year, members, seed)
        except KeyRingError as error:
            raise CommandError(f"{error} new_keyring makes one.") from None
        if as_of:
            self._pass_by(datetime.combine(as_of, time.max, UTC))

    def _fill(self, year, members, seed):
        if year:
            self._tell_year(members, seed)
        else:
            people.fill()
            self.stdout.write("The demonstration programme is ready.")

    def _tell_year(self, members, seed):
        beginning.check()
        if not beginning.FEWEST <= members <= beginning.MOST:
            raise CommandError(f"--members wants a number from {beginning.FEWEST} to {beginning.MOST}.")
        if beginning.is_told():
            self.stdout.write("The year is there already. For another one, use an empty database.")
            return
        self.stdout.write("Telling a year takes some minutes. Ctrl-C leaves everything as it was.")
        beginning.fill(members=members, seed=seed, say=self._say)
        self.stdout.write(
            f"The year of {members} members is there; the password of all is {people.PASSWORD}."
        )

    def _say(self, line):
        self.stdout.write(line)
        self.stdout.flush()

    def _pass_by(self, until):
        now = timezone.now()
        if not now < until < now + FURTHEST:
            raise CommandError("--as-of wants a day to come, within the next 400 days.")
        sent = later.pass_by(until)
        self.stdout.write(f"{sent} mails went out until {until:%Y-%m-%d}. Read them at /demo/mail/.")
