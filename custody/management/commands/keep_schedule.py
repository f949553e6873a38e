"""`manage.py keep_schedule`: what the worker does each hour, for cron."""

from django.core.management.base import BaseCommand

from custody import schedule


class Command(BaseCommand):
    """Accounts that close, retention, notices. Can run late, twice, or side by side."""

    help = (
        "Close accounts that are due, remove what nobody needs any more, tell what has to be told."
    )

    def handle(self, *args, **options):
        """Do it, and say how much there was."""
        for what, count in schedule.run().items():
            self.stdout.write(f"{count:6} {what}")
