"""What each login of PostgreSQL may do, as the rooms declare it (P8).

Set by `manage.py database_logins`, and after each `migrate` of the owner's by itself.

A model whose room declares nothing for the staff site or the worker is out of their reach. Where columns are
named, only they can be seen: enough to find rows and delete them, too little to read a text or a key. What they may
write is named column by column, each with the reason why it opens nothing; where something would, a trigger lets
one value pass: an address may be emptied, and not replaced by another.
"""

from django.apps import apps
from django.conf import settings
from django.db import connection, connections, transaction

from mentoring.lib.dblogin import VERBS
from mentoring.lib.registry.personal_data import MODELS, Rights

PROCESSES = ("member", "staff", "worker")
REFUSE = """
CREATE OR REPLACE FUNCTION refuse_value() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE insufficient_privilege USING MESSAGE = 'permission denied for another value in ' || TG_TABLE_NAME;
END $$
"""


def tables():
    """{label: table} of all there is. A table without a model is its own label."""
    models = {
        model._meta.label_lower: model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if not model._meta.proxy
    }
    return models | {label: label for label in MODELS.names() if "." not in label}


def rights(process):
    """{label: Rights} of the login of one process; only what it may do."""
    declared = {declaration.label: getattr(declaration, process) for declaration in MODELS}
    return {label: given for label, given in declared.items() if given != Rights()}


def missing_logins(cursor, prefix):
    """The names of those logins of the three processes that are not there."""
    wanted = [f"{prefix}_{process}" for process in PROCESSES]
    cursor.execute("SELECT rolname FROM pg_roles WHERE rolname = ANY(%s)", [wanted])
    there = {name for (name,) in cursor.fetchall()}
    return [name for name in wanted if name not in there]


def grant_all(cursor, prefix):
    """Set the rights of the three logins, by whoever owns the tables."""
    cursor.execute(REFUSE)
    for process in PROCESSES:
        for statement in statements(f"{prefix}_{process}", process):
            cursor.execute(statement)


def grant_after_migrate(*, using, **signal):
    """Signal: a migration by the login `<prefix>_owner` leaves no table that the three logins cannot reach.

    A demonstration has one login for everything; a flush (which has no plan) changes no table.
    """
    if settings.DEMO or settings.DEBUG or "plan" not in signal or connections[using].vendor != "postgresql":
        return
    with transaction.atomic(using), connections[using].cursor() as cursor:
        cursor.execute("SELECT current_user")
        prefix, owner, _rest = cursor.fetchone()[0].rpartition("_owner")
        if owner and not missing_logins(cursor, prefix):
            grant_all(cursor, prefix)


def statements(role, process):
    """The GRANTs of one login, from nothing: run again, they end where they ended before."""
    known = tables()
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}"
    yield f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {role}"
    yield f"GRANT USAGE ON SCHEMA public TO {role}"
    yield f"GRANT SELECT ON django_migrations TO {role}"
    for label, given in rights(process).items():
        yield f"GRANT {', '.join(_granted(given))} ON {known[label]} TO {role}"
        if given.only:
            yield _guard(known[label], role, given.only)
        if given.insert_if:
            yield _guard_new(known[label], role, given.insert_if)


def _granted(given):
    if given.read:
        yield f"SELECT ({_names(given.read)})"
    yield from (VERBS[verb] for verb in given.verbs)
    if given.insert:
        yield "INSERT"
    if given.change or given.only:
        yield f"UPDATE ({_names([*given.change, *given.only])})"


def _names(columns):
    return ", ".join(map(connection.ops.quote_name, columns))


def _guard(table, role, only):
    """Refuses this login every value in these columns but the one there was and the one that is named."""
    another = " OR ".join(
        f"(NEW.{column} IS DISTINCT FROM OLD.{column} AND NEW.{column} IS DISTINCT FROM ({value}))"
        for column, value in only.items()
    )
    return (
        f"CREATE OR REPLACE TRIGGER {role}_only BEFORE UPDATE OF {', '.join(only)} ON {table} "
        f"FOR EACH ROW WHEN (current_user = '{role}' AND ({another})) EXECUTE FUNCTION refuse_value()"
    )


def _guard_new(table, role, condition):
    """Refuses this login every new row of which the condition does not hold."""
    return (
        f"CREATE OR REPLACE TRIGGER {role}_new BEFORE INSERT ON {table} "
        f"FOR EACH ROW WHEN (current_user = '{role}' AND ({condition}) IS NOT TRUE) "
        f"EXECUTE FUNCTION refuse_value()"
    )
