"""`manage.py doctor`: everything that may be wrong around this process, a line each, with what to do."""

from django.core.management.base import BaseCommand

from mentoring.lib.registry.doctor import DOCTOR, Level, wrong


class Command(BaseCommand):
    """Run it as each of the three processes: each looks at what it has. It changes nothing and mails nobody."""

    help = "Look at everything this process needs, and say what to do."
    requires_system_checks = []

    def handle(self, *args, **options):
        """Ends with 1 if something is wrong."""
        worst = False
        for finding in self._findings():
            self.stdout.write(f"{finding.level:5}  {finding.subject:18} {finding.sentence}")
            worst = worst or finding.level == Level.WRONG
        if worst:
            raise SystemExit(1)

    def _findings(self):
        """One that cannot be asked says so and leaves the others their turn."""
        for hook in DOCTOR:
            try:
                yield from hook.call()
            except Exception as error:
                yield wrong(hook.name, f"Could not be looked at: {type(error).__name__}.")
