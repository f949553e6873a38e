"""`manage.py database_logins`: the four logins of PostgreSQL, and what each may do."""

import secrets

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from privacy import grants

MODEST = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE"
ROLES = ("owner", *grants.PROCESSES)
# For psql: \gexec runs what the query returns, so that it can be run again.
ROLE_SQL = """
SELECT 'CREATE ROLE {role}' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') \\gexec
ALTER ROLE {role} {modest};
"""
DATABASE_SQL = """
SELECT 'CREATE DATABASE {name} OWNER {owner} ENCODING ''UTF8'' LOCALE ''C.UTF-8'' TEMPLATE template0'
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{name}') \\gexec
REVOKE ALL ON DATABASE {name} FROM PUBLIC;
GRANT CONNECT ON DATABASE {name} TO {roles};
"""
NOT_OURS = """
SELECT oid::regprocedure FROM pg_proc
WHERE pronamespace = 'public'::regnamespace AND proowner <> %s::regrole
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
"""


class Command(BaseCommand):
    """Run again, it repairs. Without a superuser's login it grants, and makes no login."""

    help = (
        "Make the PostgreSQL logins of owner, member site, staff site and worker (as a superuser), and set "
        "what each may do (as the owner, too; `migrate` by the owner does that by itself)."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        """How the logins are called, and whether to connect at all."""
        parser.add_argument("--prefix", default="mentoring", help="mentoring_member, … by default.")
        parser.add_argument(
            "--sql",
            action="store_true",
            help="Connect to nothing: print what makes the database and its logins, without passwords, for psql "
            "as a superuser. Then users of the machine with these names are let in (PostgreSQL's peer).",
        )

    def handle(self, *args, prefix, sql, **options):
        """Make, grant, and print the new passwords once."""
        if connection.vendor != "postgresql":
            raise CommandError("Only PostgreSQL has logins; with SQLite the file's owner may all.")
        if not prefix.replace("_", "").isalnum() or not prefix.isascii() or not prefix.islower():
            raise CommandError("--prefix: small letters, digits and _ only.")
        if sql:
            self.stdout.write(_sql(prefix, connection.settings_dict["NAME"]))
            return
        with transaction.atomic(), connection.cursor() as cursor:
            if _is_superuser(cursor):
                for role in ROLES:
                    self._make(cursor, f"{prefix}_{role}")
                cursor.execute(grants.REFUSE)
                _give_all(cursor, f"{prefix}_owner")
            else:
                _refuse_without(cursor, prefix)
            grants.grant_all(cursor, prefix)
        self.stdout.write(
            f"{prefix}_member, _staff and _worker may do what the rooms declare in their privacy.py."
        )

    def _make(self, cursor, role):
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        if not cursor.fetchone():
            password = secrets.token_urlsafe(24)
            cursor.execute(f"CREATE ROLE {role} LOGIN PASSWORD %s", [password])
            self.stdout.write(f"{role}: password {password} (shown once)")
        cursor.execute(f"ALTER ROLE {role} {MODEST}")
        cursor.execute("SELECT quote_ident(current_database())")
        cursor.execute(f"GRANT CONNECT ON DATABASE {cursor.fetchone()[0]} TO {role}")


def _sql(prefix, database):
    roles = [f"{prefix}_{role}" for role in ROLES]
    if not database.replace("_", "").isalnum() or not database.isascii() or not database.islower():
        raise CommandError("DATABASE_URL: call the database by small letters, digits and _ only.")
    made = "".join(ROLE_SQL.format(role=role, modest=MODEST) for role in roles)
    return made + DATABASE_SQL.format(name=database, owner=roles[0], roles=", ".join(roles))


def _is_superuser(cursor):
    cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    return cursor.fetchone()[0]


def _refuse_without(cursor, prefix):
    """What only a superuser can mend."""
    missing = grants.missing_logins(cursor, prefix)
    if missing:
        raise CommandError(
            f"{missing[0]} is no login yet. A superuser of PostgreSQL makes it: "
            "manage.py database_logins --sql | sudo -u postgres psql"
        )
    cursor.execute(
        "SELECT rolname FROM pg_roles WHERE rolname = ANY(%s) AND (rolsuper OR rolbypassrls OR rolcreaterole)",
        [[f"{prefix}_{process}" for process in grants.PROCESSES]],
    )
    for (name,) in cursor.fetchall():
        raise CommandError(f"{name} may do too much. As a superuser: ALTER ROLE {name} {MODEST};")


def _give_all(cursor, owner):
    """Everything in the schema belongs to the owner, who migrates and does nothing else."""
    cursor.execute(f"GRANT USAGE, CREATE ON SCHEMA public TO {owner}")
    cursor.execute(
        "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' AND tableowner <> %s",
        [owner],
    )
    for (table,) in cursor.fetchall():
        cursor.execute(f"ALTER TABLE {table} OWNER TO {owner}")
    cursor.execute(NOT_OURS, [owner])
    for (function,) in cursor.fetchall():
        cursor.execute(f"ALTER FUNCTION {function} OWNER TO {owner}")
