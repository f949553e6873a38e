from django.core.management.base import BaseCommand, CommandError

from figures.key import WrongKey, check_key
from figures.publish import publish_due


class Command(BaseCommand):
    """For cron, where there is no worker: the figures of the month that is over, once."""

    help = "Counts and freezes the figures of the month that is over. Needs MENTORING_PROCESS=worker."

    def handle(self, *args, **options):
        try:
            check_key()
        except WrongKey as error:
            raise CommandError(str(error)) from None
        self.stdout.write("Published." if publish_due() else "Nothing to publish.")
