"""Whether this process came to PostgreSQL by a login that may do what it has to, and no more (P8, P9)."""

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection

from mentoring.lib.registry.personal_data import MODELS
from mentoring.lib.vault.rows import Confidential, WrappedKey

VERBS = {"S": "SELECT", "I": "INSERT", "U": "UPDATE", "D": "DELETE"}

POWERS = """
SELECT current_user, rolsuper, rolbypassrls,
       EXISTS (SELECT 1 FROM pg_tables
               WHERE schemaname = 'public' AND pg_has_role(current_user, tableowner, 'MEMBER'))
FROM pg_roles WHERE rolname = current_user
"""
# What is not there yet (an update before its migrations) is no fault of the login.
LACKING = """
SELECT table_name, privilege FROM unnest(%s::text[], %s::text[]) AS wanted (table_name, privilege)
WHERE to_regclass(table_name) IS NOT NULL AND NOT has_table_privilege(to_regclass(table_name), privilege)
UNION ALL
SELECT table_name, privilege
FROM unnest(%s::text[], %s::text[], %s::text[]) AS wanted (table_name, column_name, privilege)
JOIN pg_attribute ON attrelid = to_regclass(table_name) AND attname = column_name AND NOT attisdropped
WHERE NOT has_column_privilege(attrelid, attnum, privilege)
LIMIT 1
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
    lacking = _lacking(cursor)
    if lacking:
        table, privilege = lacking
        return (
            f"DATABASE_URL: the login {name} is too weak: no {privilege} on {table}. "
            "Run `manage.py database_logins` by the owner's login, then start again."
        )
    return ""


def _lacking(cursor):
    """One (table, privilege) that the rooms declare for this process and the login does not have, or None."""
    on_tables, on_columns = [("django_migrations", "SELECT")], []
    for declaration in MODELS:
        given, table = getattr(declaration, settings.PROCESS), _table(declaration.label)
        verbs = given.verbs + ("I" if given.insert else "")
        on_tables += [(table, VERBS[verb]) for verb in verbs]
        on_columns += [(table, column, "SELECT") for column in given.read]
        on_columns += [(table, column, "UPDATE") for column in (*given.change, *given.only)]
    lists = [list(each) for each in (*zip(*on_tables, strict=True), *(zip(*on_columns, strict=True)))]
    cursor.execute(LACKING, lists if on_columns else [*lists, [], [], []])
    return cursor.fetchone()


def _table(label):
    return apps.get_model(label)._meta.db_table if "." in label else label


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
