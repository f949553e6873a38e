"""Whether this process came to PostgreSQL by a login that may do no more than it has to (P8, P9)."""

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection

from mentoring.lib.vault.rows import Confidential, WrappedKey

POWERS = """
SELECT current_user, rolsuper, rolbypassrls,
       EXISTS (SELECT 1 FROM pg_tables
               WHERE schemaname = 'public' AND pg_has_role(current_user, tableowner, 'MEMBER'))
FROM pg_roles WHERE rolname = current_user
"""


def refusal():
    """Why this login must not be used, in one line; "" where it is fine or cannot be asked yet.

    A demonstration and SQLite have one login for everything.
    """
    if settings.DEMO or settings.DEBUG or connection.vendor != "postgresql":
        return ""
    try:
        with connection.cursor() as cursor:
            cursor.execute(POWERS)
            name, superuser, bypass, owner = cursor.fetchone()
            return _refusal(cursor, name, superuser=superuser, bypass=bypass, owner=owner)
    except DatabaseError:
        return ""  # no database at all: readyz says so
    finally:
        connection.close()


def _refusal(cursor, name, *, superuser, bypass, owner):
    too_much = [("is a superuser", superuser), ("passes by row security", bypass), ("owns the tables", owner)]
    if not any(holds for _what, holds in too_much) and settings.PROCESS != "member":
        too_much.append(("may read confidential texts", _reads_private_texts(cursor)))
    for what, holds in too_much:
        if holds:
            return (
                f"DATABASE_URL: the login {name} {what}. Use the one that "
                f"`manage.py database_logins` makes for the {settings.PROCESS} process."
            )
    return ""


def _reads_private_texts(cursor):
    """Whether any text or key of a pair can be selected. Cases are for the staff site to read."""
    for model in apps.get_models():
        for column in _secret_columns(model):
            cursor.execute("SELECT has_column_privilege(%s, %s, 'SELECT')", [model._meta.db_table, column])
            if cursor.fetchone()[0]:
                return True
    return False


def _secret_columns(model):
    if settings.PROCESS == "staff" and model._meta.app_label == "conduct":
        return []
    if issubclass(model, Confidential):
        return model.private_columns()
    return ["wrapped"] if issubclass(model, WrappedKey) else []
