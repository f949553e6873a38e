"""The two databases: SQLite held still, and PostgreSQL in its place for as long as the move takes."""

import time
from contextlib import contextmanager
from pathlib import Path

import dj_database_url
from django.db import DEFAULT_DB_ALIAS, DatabaseError, NotSupportedError, connections
from django.db.migrations.executor import MigrationExecutor

from directory.search.engines.base import TABLE as SEARCH_TABLE
from operations.moving import MoveError

SECOND_LOOK = 1.0  # seconds; whoever waits for SQLite tries again ten times in one
OF_DJANGO = "django_migrations"


def read_address(address):
    """What Django has to know of a PostgreSQL database. MoveError if the address is of something else."""
    try:
        target = dj_database_url.parse(address)
    except (dj_database_url.ParseError, dj_database_url.UnknownSchemeError, ValueError):
        target = {"ENGINE": ""}
    if not target["ENGINE"].endswith("postgresql"):
        raise MoveError("Name the new database as postgres://user@host/name.")
    return target


@contextmanager
def held_source():
    """The source, in which nobody writes until the end, or until `somebody_wrote` lets them."""
    source = connections[DEFAULT_DB_ALIAS]
    if source.vendor != "sqlite" or not Path(source.settings_dict["NAME"]).exists():
        raise MoveError("DATABASE_URL names no SQLite database that is there: that is what is moved.")
    try:
        with source.cursor() as cursor:
            cursor.execute("BEGIN IMMEDIATE")
    except DatabaseError:
        raise MoveError("Somebody writes into the SQLite database: stop all three processes.") from None
    try:
        yield source
    finally:
        _let_go(source)


@contextmanager
def target_as_default(target):
    """The target where migrations and the list of mentors look for the database, for this thread."""
    settings, source = connections.settings[DEFAULT_DB_ALIAS], connections[DEFAULT_DB_ALIAS]
    connections.settings[DEFAULT_DB_ALIAS] = connections.configure_settings({DEFAULT_DB_ALIAS: target})[
        DEFAULT_DB_ALIAS
    ]
    connections[DEFAULT_DB_ALIAS] = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        yield connections[DEFAULT_DB_ALIAS]
    finally:
        connections[DEFAULT_DB_ALIAS].close()
        connections.settings[DEFAULT_DB_ALIAS] = settings
        connections[DEFAULT_DB_ALIAS] = source


def check_source(source, tables):
    """MoveError if its tables are not those of this program, no more and no less."""
    executor = MigrationExecutor(source)
    if waiting := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise MoveError(f"The SQLite database waits for {waiting[0][0]}: run `manage.py migrate` first.")
    known = {table.name: set(table.columns) for table in tables}
    with source.cursor() as cursor:
        for name in source.introspection.table_names(cursor):
            if name == OF_DJANGO or name.startswith(SEARCH_TABLE):
                continue
            found = {column.name for column in source.introspection.get_table_description(cursor, name)}
            if more := sorted(found - known.get(name, set())):
                raise MoveError(
                    f"This version does not know {name}.{more[0]}: it would be left behind. "
                    "Move with the version that wrote it."
                )


def check_target(target):
    """MoveError unless it answers, is in UTF-8, and holds no table."""
    try:
        with target.cursor() as cursor:
            held = target.introspection.table_names(cursor)
            cursor.execute("SHOW server_encoding")
            encoding = cursor.fetchone()[0]
    except (DatabaseError, NotSupportedError) as trouble:
        raise MoveError(f"The new database does not answer: {str(trouble).splitlines()[0]}") from None
    if held:
        raise MoveError(f"The new database holds tables already ({held[0]}): name an empty one.")
    if encoding != "UTF8":
        raise MoveError(f"The new database is in {encoding}: make one with ENCODING 'UTF8'.")


def changes_by_others(source):
    """A number that is another one as soon as somebody else has written into the SQLite database."""
    with source.cursor() as cursor:
        cursor.execute("PRAGMA data_version")
        return cursor.fetchone()[0]


def somebody_wrote(source, since):
    """Let those write who waited, and look whether there were any. `since`: what `changes_by_others` said."""
    _let_go(source)
    time.sleep(SECOND_LOOK)
    return changes_by_others(source) != since


def _let_go(source):
    if source.connection is not None and source.connection.in_transaction:
        with source.cursor() as cursor:
            cursor.execute("ROLLBACK")
