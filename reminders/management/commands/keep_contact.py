"""`manage.py keep_contact`: the sweeps of the worker, for cron."""

from django.core.management.base import BaseCommand, CommandError

from reminders.services import sweep


class Command(BaseCommand):
    """Safe to run late, twice, or side by side."""

    help = "Remind whoever is due: requests, first steps, check-ins, yearly questions, the mail of the day."

    def handle(self, *args, **options):
        """Do it, and say how much there was."""
        done = sweep.run()
        for what, count in done.items():
            self.stdout.write(f"{'failed' if count is None else count:>6} {what}")
        if None in done.values():
            raise CommandError("Some of it failed: see the log. The rest is done.")
