"""One table on its way to PostgreSQL: what may be written in two ways is the same, what is lost is seen."""

import pytest
from django.db import connections, transaction

import factories
from joining.models import RosterEntry
from mail.models import Undeliverable
from operations.moving import MoveError
from operations.moving.databases import read_address, target_as_default
from operations.moving.move import _compared, _empty
from operations.moving.tables import Table
from operations.tests.conftest import change, needs_both
from profiles.models import MentorProfile

pytestmark = [pytest.mark.django_db(transaction=True), *needs_both]
SECRET = "gannet"


@pytest.fixture
def filled(committed):
    """A row in each of the tables."""
    Undeliverable.objects.create(pk=7, address="gone@test.example", code="550")
    RosterEntry.objects.create(external_id="4711", email="zoe@test.example", former_ids=["17"])
    return factories.mentor()


@pytest.fixture
def moving(filled, source, empty_postgresql):
    """`moving(model)`: its table copied alone, as (table, source, target)."""
    sqlite = connections["default"]
    with target_as_default(read_address(empty_postgresql)) as target, transaction.atomic():

        def copied(model):
            with target.schema_editor() as editor:
                editor.create_model(model)
                editor.deferred_sql.clear()  # what it refers to is not there
            table = Table(model)
            table.copy(sqlite, target)
            return table, sqlite, target

        yield copied


@pytest.mark.parametrize("model", (Undeliverable, RosterEntry, MentorProfile))
def test_a_table_arrives_as_it_was(model, moving):
    assert _compared(*moving(model)) == 1


@pytest.mark.parametrize(
    "written", ('{"b": 1e16, "a": [1.50, null, true]}', '{"a":  "\\u00eb", "a": "ë"}', "null", "-0.0")
)
def test_json_is_the_same_however_it_is_written(written, moving, source):
    change(source, f"UPDATE joining_rosterentry SET former_ids = '{written}'")

    assert _compared(*moving(RosterEntry)) == 1


@pytest.mark.parametrize(
    ("model", "column", "value", "sentence"),
    (
        (Undeliverable, "code", f"'{SECRET * 20}'", "refuses the row with id 7 (StringDataRightTruncation)"),
        (Undeliverable, "address", f"upper('{SECRET}')", "(CheckViolation, undeliverable_in_small_letters)"),
        (Undeliverable, "code", "X'6761'", ": not the same on both sides"),
        (MentorProfile, "published_at", f"'{SECRET}'", "row 1 by id cannot be read (ValueError)"),
        (RosterEntry, "paid_through", f"'{SECRET}'", "row 1 by id cannot be read (ValueError)"),
        (MentorProfile, "taking_requests", "2", "(DatatypeMismatch)"),
        (Undeliverable, "code", "CAST(X'67ff' AS TEXT)", "row 1 by id cannot be read (OperationalError)"),
        (MentorProfile, "capacity", f"'{SECRET}'", "(InvalidTextRepresentation)"),
        (MentorProfile, "capacity", "-1", "(CheckViolation, mentor_within_capacity)"),
    ),
)
def test_a_value_of_another_kind_is_named_and_not_shown(model, column, value, sentence, moving, source):
    change(source, f"UPDATE {model._meta.db_table} SET {column} = {value}")

    with pytest.raises(MoveError) as ended:
        _compared(*moving(model))

    assert sentence in str(ended.value) and model._meta.db_table in str(ended.value)
    assert SECRET not in str(ended.value).lower()


@pytest.mark.parametrize(
    ("statement", "sentence"),
    (
        ("UPDATE mail_undeliverable SET code = '551'", "(1 rows in SQLite, 1 in PostgreSQL)"),
        ("UPDATE mail_undeliverable SET at = at + interval '1 microsecond'", "(1 rows in SQLite, 1"),
        ("DELETE FROM mail_undeliverable", "(1 rows in SQLite, 0 in PostgreSQL)"),
    ),
)
def test_a_difference_is_seen(statement, sentence, moving):
    table, source, target = moving(Undeliverable)
    with target.cursor() as cursor:
        cursor.execute(statement)

    with pytest.raises(MoveError, match="mail_undeliverable: not the same on both sides") as ended:
        _compared(table, source, target)

    assert sentence in str(ended.value)


def test_what_a_migration_itself_wrote_gives_way_to_the_copy(moving):
    table, source, target = moving(Undeliverable)  # as if a migration had written it

    _empty([table], target)
    table.copy(source, target)

    assert _compared(table, source, target) == 1
