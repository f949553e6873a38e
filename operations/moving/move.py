"""The move itself: tables made, filled, compared and searched in one transaction of the target."""

from dataclasses import dataclass

from django.db import DatabaseError, IntegrityError, transaction
from django.db.migrations.executor import MigrationExecutor

from directory.models import Listing
from directory.search.engines.base import TABLE as SEARCH_TABLE
from directory.services import relist_all
from operations.moving import MoveError
from operations.moving.databases import (
    changes_by_others,
    check_source,
    check_target,
    held_source,
    read_address,
    somebody_wrote,
    target_as_default,
)
from operations.moving.tables import kind_of, tables


@dataclass(frozen=True)
class Moved:
    """What is in the target now: rows by table, and the mentors whom a search finds."""

    rows: dict
    found_by_search: int


def move(address):
    """A Moved. MoveError if anything is not as it was: then the target is as empty as before."""
    given, moving = read_address(address), tables()
    with held_source() as source:
        check_source(source, moving)
        since = changes_by_others(source)
        with target_as_default(given) as target:
            check_target(target)
            try:
                return _move(moving, source, target, since)
            except DatabaseError as trouble:  # gone in the middle, or full
                raise MoveError(f"PostgreSQL did not finish ({kind_of(trouble)}).") from None


@transaction.atomic
def _move(moving, source, target, since):
    _make_tables(moving, target)
    moved = Moved(_fill(moving, source, target), _make_search(target))
    if somebody_wrote(source, since):
        raise MoveError(
            "Somebody wrote into the SQLite database meanwhile: stop all three processes, and try again. "
            "What they wrote is there."
        )
    return moved


def _make_tables(moving, target):
    """By the migrations, without the signals that would fill them; what a migration itself writes is emptied."""
    executor = MigrationExecutor(target)
    try:
        executor.migrate(executor.loader.graph.leaf_nodes())
    except DatabaseError as trouble:
        raise MoveError(f"The tables cannot be made: {str(trouble).splitlines()[0]}.") from None
    _empty(moving, target)


def _empty(moving, target):
    target.check_constraints()  # nothing may wait for the end of the transaction where a table is emptied
    with target.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(target.ops.quote_name(table.name) for table in moving)}")


def _fill(moving, source, target):
    """{table: rows}, each of them compared with what stands in the source."""
    for table in moving:
        table.copy(source, target)
        table.continue_numbers(source, target)
    _check_references(target)
    return {table.name: _compared(table, source, target) for table in moving}


def _check_references(target):
    """MoveError for a row that names another one which is not there."""
    try:
        target.check_constraints()
    except IntegrityError as trouble:
        broken = trouble.__cause__.diag
        raise MoveError(
            f"{broken.table_name}: a row names one that is not there ({broken.constraint_name}). "
            "`PRAGMA foreign_key_check` in SQLite lists them."
        ) from None


def _compared(table, source, target):
    """How many rows. MoveError unless both databases hold the same values."""
    here, there = table.sum(source), table.sum(target)
    if here != there:
        raise MoveError(
            f"{table.name}: not the same on both sides ({here[0]} rows in SQLite, {there[0]} in PostgreSQL)."
        )
    return here[0]


def _make_search(target):
    """The search text has no model, and each database a kind of its own: it is made anew."""
    relist_all()
    with target.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {SEARCH_TABLE}")  # noqa: S608 our own name
        found = cursor.fetchone()[0]
        cursor.execute("ANALYZE")  # without it, the first questions take half a minute
    if found != Listing.objects.filter(listed=True).count():
        raise MoveError(f"{SEARCH_TABLE}: not every mentor in the list can be searched.")
    return found
