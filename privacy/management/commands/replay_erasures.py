"""`manage.py replay_erasures`: after a backup was restored, shred again what had been shredded."""

from django.core.management.base import BaseCommand, CommandError

from privacy import erasure_list, erasure_replay


class Command(BaseCommand):
    """Safe to run at any time: what is gone already stays gone."""

    help = "After restoring a backup: shred again everything on the erasure list."

    def handle(self, *args, **options):
        """Replay, and say what had come back."""
        try:
            members, scopes = erasure_replay.everything()
        except erasure_list.ErasureListError as trouble:
            raise CommandError(str(trouble)) from None
        self.stdout.write(f"{members} accounts closed again, {scopes} places shredded again.")
