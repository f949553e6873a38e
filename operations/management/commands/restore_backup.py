"""`manage.py restore_backup FOLDER --identity FILE`: into an empty database, with all that has to follow."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localtime

from operations.backup import BackupError, restoring
from privacy.erasure_list import ErasureListError

AFTERWARDS = """
Before the sites are opened:
  1. PostgreSQL: `manage.py database_logins`, by the owner, unless its login is called …_owner: then it is done.
  2. What members did after {until} is gone: closings begun, blocks, stopped mails, feedback. Tell them:
     an announcement on the staff site, and a line to the coordinators.
  3. {held} mails of that day wait, since some may have been sent already. Look at the outbox on the staff site, then
     `manage.py try_again --code restored` sends them.
"""


class Command(BaseCommand):
    """By the owner's login. Shredding again what was shredded needs no key; with the rings, texts are tried."""

    help = "Restore a backup into an empty database, shred again what had been shredded, end all sessions."
    requires_system_checks = []

    def add_arguments(self, parser):
        """Which, and by whose key."""
        parser.add_argument("folder", help="The folder of the backup.")
        parser.add_argument(
            "--identity", required=True, help="The file with the operator's private key (age-keygen)."
        )

    def handle(self, *args, folder, identity, **options):
        """Say what came back and what is left to do. CommandError if the rings do not open the texts."""
        try:
            restored = restoring.restore(folder, identity)
        except (BackupError, ErasureListError) as trouble:
            raise CommandError(str(trouble)) from None
        until = localtime(restored.made_at).strftime("%d %B %Y, %H:%M %Z")
        self.stdout.write(f"{restored.rows} rows and {restored.photos} photos, as of {until}.")
        self.stdout.write(
            f"{restored.accounts} accounts closed again, {restored.places} places shredded again."
        )
        for ring, (opening, keys) in restored.opening.items():
            self.stdout.write(f"{ring} opens {opening} of {keys} keys of private texts.")
        if not restored.opening:
            self.stdout.write(
                "No ring is here: `manage.py doctor` as the member process says whether the texts open."
            )
        self.stdout.write(AFTERWARDS.format(until=until, held=restored.held))
        if any(opening < keys for opening, keys in restored.opening.values()):
            raise CommandError(
                "Some texts cannot be opened: bring the rings of that day (CONFIDENTIAL_KEYRING, CASE_KEYRING)."
            )
