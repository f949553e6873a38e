"""`manage.py new_keyring`: make the key ring of a new programme."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from mentoring.lib.vault import RingTrouble, keyring, ring
from mentorships.models import DataKey


class Command(BaseCommand):
    """Never over an existing ring, never beside texts that another ring has sealed."""

    help = "Make the key ring of a new programme."
    requires_system_checks = []

    def add_arguments(self, parser):
        """Whether an existing ring is a fault."""
        parser.add_argument("--if-none", action="store_true", help="Leave a sound ring as it is.")

    def handle(self, *args, **options):
        """Make it, and say where."""
        path = settings.CONFIDENTIAL_KEYRING
        try:
            if options["if_none"] and ring():
                return
        except RingTrouble as trouble:
            if "is missing" not in str(trouble):
                raise CommandError(str(trouble)) from None
        if sealed_texts():
            raise CommandError(
                f"The key ring {path} is missing, and the database holds texts sealed with it. "
                "Put the ring back; a new one would open none of them."
            )
        try:
            keyring.create(path)
        except FileExistsError:
            raise CommandError(f"The key ring {path} is there already.") from None
        ring.cache_clear()
        self.stdout.write(f"A key ring was made at {path}. Keep a copy apart from the database.")


def sealed_texts():
    """Whether any data key is there; none in a database that is still empty."""
    try:
        if DataKey._meta.db_table not in connection.introspection.table_names():
            return False
        return DataKey.objects.exists()
    except DatabaseError as error:
        raise CommandError(f"The database does not answer: {error}") from None
