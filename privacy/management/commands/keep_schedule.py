"""`manage.py keep_schedule`: what the worker does each hour, for cron."""

from django.core.management.base import BaseCommand, CommandError

from privacy import jobs


class Command(BaseCommand):
    """Accounts that close, retention, notices. Can run late, twice, or side by side."""

    help = "Close accounts that are due, remove what nobody needs any more, tell what has to be told."

    def handle(self, *args, **options):
        """Do it, and say how much there was."""
        done = jobs.run()
        for what, count in done.items():
            self.stdout.write(f"{'failed' if count is None else count:>6} {what}")
        if None in done.values():
            raise CommandError("Something failed; the log says what. The rest was done.")
