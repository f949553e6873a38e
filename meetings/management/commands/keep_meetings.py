"""`manage.py keep_meetings`: what the worker does for meetings, for cron."""

from django.core.management.base import BaseCommand

from meetings.services import follow_up


class Command(BaseCommand):
    """Safe to run late, twice, or side by side."""

    help = "Call off meetings of pairs that ended or rest, go on with rhythms, follow changed clocks."

    def handle(self, *args, **options):
        """Do it, and say how much there was."""
        for what, count in (follow_up.after_pairs() | follow_up.with_time()).items():
            self.stdout.write(f"{count:>6} {what}")
