"""`manage.py new_keyring`: make the key rings of a new programme."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from mentoring.lib.vault import KeyRingError, keyring, load_ring
from mentorships import keys


class Command(BaseCommand):
    """Never over an existing ring, never beside texts that another ring has sealed."""

    help = "Make the key rings of a new programme: one for the pairs, one for the cases."
    requires_system_checks = []

    def add_arguments(self, parser):
        """Whether an existing ring is a fault."""
        parser.add_argument("--if-none", action="store_true", help="Leave a sound ring as it is.")

    def handle(self, *args, **options):
        """Make them, and say where."""
        wanted = [kind for kind in keys.KINDS if not (options["if_none"] and _is_sound(kind.by.ring))]
        for kind in wanted:
            _check_nothing_sealed(kind)
        for kind in wanted:
            path = getattr(settings, kind.by.ring)
            try:
                keyring.create_ring(path)
            except FileExistsError:
                raise CommandError(f"The key ring {path} is there already.") from None
            self.stdout.write(f"A key ring was made at {path}. Keep a copy apart from the database.")


def _is_sound(name):
    try:
        return bool(load_ring(name))
    except KeyRingError as trouble:
        if "is missing" not in str(trouble):
            raise CommandError(str(trouble)) from None
        return False


def _check_nothing_sealed(kind):
    try:
        sealed = keys.any_sealed(kind)
    except DatabaseError as error:
        raise CommandError(f"The database does not answer: {error}") from None
    if sealed:
        raise CommandError(
            f"The key ring {getattr(settings, kind.by.ring)} is missing, and the database holds texts "
            "sealed with it. Put the ring back; a new one would open none of them."
        )
