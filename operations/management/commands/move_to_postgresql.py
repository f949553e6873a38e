"""`manage.py move_to_postgresql postgres://…`: all of the SQLite database into an empty one of PostgreSQL."""

from django.core.management.base import BaseCommand, CommandError

from operations.moving import MoveError
from operations.moving.move import move

AFTERWARDS = """
What is left to do (docs/moving.md):
  1. `manage.py database_logins` on PostgreSQL, as a superuser. It prints a login for each process.
  2. Write each process its DATABASE_URL, and start the three. Photos, keys and ERASURE_LIST stay where they are.
  3. Keep the SQLite file until a backup of PostgreSQL was taken and restored once. Then delete it, and what stands
     beside it (-wal, -shm): whoever leaves from now on is shredded in PostgreSQL, and not there.
"""


class Command(BaseCommand):
    """As the member process, whose DATABASE_URL still names SQLite; the three processes are stopped."""

    help = "Move everything from SQLite into an empty PostgreSQL database, and compare each table."
    requires_system_checks = []

    def add_arguments(self, parser):
        """Where to."""
        parser.add_argument(
            "target",
            help="postgres://user@host/name, as who will own the tables. The password: PGPASSWORD, or ~/.pgpass.",
        )

    def handle(self, *args, target, **options):
        """Say what came, table by table. CommandError: nothing did."""
        try:
            moved = move(target)
        except MoveError as trouble:
            raise CommandError(f"{trouble} Nothing was moved.") from None
        for table, rows in sorted(moved.rows.items()):
            if rows:
                self.stdout.write(f"{rows:9}  {table}")
        self.stdout.write(
            f"{sum(moved.rows.values())} rows in {len(moved.rows)} tables: the same on both sides."
        )
        self.stdout.write(f"Search made anew: {moved.found_by_search} mentors can be found.")
        self.stdout.write(AFTERWARDS)
