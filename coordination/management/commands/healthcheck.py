"""`manage.py healthcheck`: exit code 0 if this process has all it needs, 1 and the names if not."""

from django.core.management.base import BaseCommand, CommandError

from mentoring.lib import health


class Command(BaseCommand):
    """The same answer as /readyz, without a web server."""

    help = "Say whether this process has all it needs."
    requires_system_checks = []

    def handle(self, *args, **options):
        """Ready, or what is missing."""
        missing = health.missing()
        if missing:
            raise CommandError(f"Missing: {', '.join(missing)}.")
        self.stdout.write("Ready.")
