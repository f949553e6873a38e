"""`manage.py database_logins`: the four logins of PostgreSQL, and what each may do."""

import secrets

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from privacy import grants

PROCESSES = ("member", "staff", "worker")


class Command(BaseCommand):
    """Run by the owner or a superuser of the database, after every `migrate`. Run again, it repairs."""

    help = (
        "Make the PostgreSQL logins of member site, staff site and worker, and set what each may "
        "do. Run after every migrate. By a superuser it also makes the owner, for migrations only."
    )

    def add_arguments(self, parser):
        """How the logins are called."""
        parser.add_argument("--prefix", default="mentoring", help="mentoring_member, … by default.")

    def handle(self, *args, prefix, **options):
        """Make, grant, and print the new passwords once."""
        if connection.vendor != "postgresql":
            raise CommandError("Only PostgreSQL has logins; with SQLite the file's owner may all.")
        if not prefix.replace("_", "").isalnum() or not prefix.isascii() or not prefix.islower():
            raise CommandError("--prefix: small letters, digits and _ only.")
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(grants.REFUSE)
            if _is_superuser(cursor):
                self._make(cursor, f"{prefix}_owner")
                _give_tables(cursor, f"{prefix}_owner")
            for process in PROCESSES:
                self._make(cursor, f"{prefix}_{process}")
                for statement in grants.statements(f"{prefix}_{process}", process):
                    cursor.execute(statement)
        self.stdout.write(
            f"{prefix}_member, _staff and _worker may do what the rooms declare in their privacy.py."
        )

    def _make(self, cursor, role):
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        if not cursor.fetchone():
            password = secrets.token_urlsafe(24)
            cursor.execute(f"CREATE ROLE {role} LOGIN PASSWORD %s", [password])
            self.stdout.write(f"{role}: password {password} (shown once)")
        cursor.execute(f"ALTER ROLE {role} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE LOGIN")
        cursor.execute("SELECT quote_ident(current_database())")
        cursor.execute(f"GRANT CONNECT ON DATABASE {cursor.fetchone()[0]} TO {role}")


def _is_superuser(cursor):
    cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    return cursor.fetchone()[0]


def _give_tables(cursor, owner):
    """Everything in the schema belongs to the owner, who migrates and does nothing else."""
    cursor.execute(f"GRANT USAGE, CREATE ON SCHEMA public TO {owner}")
    cursor.execute(
        "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' AND tableowner <> %s",
        [owner],
    )
    for (table,) in cursor.fetchall():
        cursor.execute(f"ALTER TABLE {table} OWNER TO {owner}")
    cursor.execute(f"ALTER FUNCTION refuse_value() OWNER TO {owner}")
