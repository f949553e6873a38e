"""A table of the program on both databases: its rows as they are stored, and their sum."""

import ipaddress
import json
from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256

from django.apps import apps
from django.db import DatabaseError, transaction

from operations.moving import MoveError

AT_ONCE = 500
REFUSED = (DatabaseError, ValueError, TypeError, OverflowError)


def tables():
    """A Table for each of the program's models, Django's and allauth's, and for what lies between two of them."""
    models = apps.get_models(include_auto_created=True)
    return [Table(model) for model in models if model._meta.managed and not model._meta.proxy]


class Table:
    """Columns and values, past the model: nothing of it is opened, dated or sent on."""

    def __init__(self, model):
        meta = model._meta
        self.name, self.key = meta.db_table, meta.pk
        self.fields = [field for field in meta.local_concrete_fields if not field.generated]
        self.columns = [field.column for field in self.fields]

    def rows(self, connection):
        """Tuples of Python's own types, by primary key. MoveError for a value that is not of its column's kind."""
        quote, read = connection.ops.quote_name, 0
        # A plain column of SQLite goes through the driver, which makes NULL of a date that is none, and False of 2.
        as_stored = "+" if connection.vendor == "sqlite" else ""
        names = ", ".join(f"{as_stored}{quote(column)}" for column in self.columns)
        converters = [self._converters(field, connection) for field in self.fields]
        try:
            with connection.chunked_cursor() as cursor:
                cursor.execute(f"SELECT {names} FROM {quote(self.name)} ORDER BY {quote(self.key.column)}")  # noqa: S608 our own names
                for found in cursor:
                    row = tuple(map(_converted, found, converters))
                    read += 1
                    yield row
        except REFUSED as trouble:
            raise MoveError(
                f"{self.name}: row {read + 1} by {self.key.column} cannot be read ({kind_of(trouble)})."
            ) from None

    def copy(self, source, target):
        """Write every row of one into the other. MoveError names the row that PostgreSQL refuses, never its words."""
        chunk = []
        for row in self.rows(source):
            chunk.append(row)
            if len(chunk) == AT_ONCE:
                self._insert(chunk, target)
                chunk = []
        if chunk:
            self._insert(chunk, target)

    def sum(self, connection):
        """(rows, a number made of all their values): equal where the tables are, whatever the order of the rows."""
        rows, total = 0, 0
        for row in self.rows(connection):
            values = [_comparable(field, value) for field, value in zip(self.fields, row, strict=True)]
            rows += 1
            total += int.from_bytes(sha256(repr(values).encode("utf-8", "surrogatepass")).digest(), "big")
        return rows, total % 2**256

    def continue_numbers(self, source, target):
        """New rows get numbers that were never given, as in the source: also not those of rows that were deleted."""
        if not self.key.get_internal_type().endswith("AutoField"):
            return
        column = target.ops.quote_name(self.key.column)
        with source.cursor() as cursor:
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [self.name])
            given = cursor.fetchone()
        with target.cursor() as cursor:
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence(%s, %s), GREATEST(max({column}), %s))"  # noqa: S608 our own names
                f" FROM {target.ops.quote_name(self.name)} HAVING GREATEST(max({column}), %s) > 0",
                [target.ops.quote_name(self.name), self.key.column, *[given[0] if given else None] * 2],
            )

    def _converters(self, field, connection):
        """[conversion] from what the database's driver gives; without the field's own, which would seal or parse."""
        column = field.get_col(self.name)
        own = getattr(field, "from_db_value", None)
        found = connection.ops.get_db_converters(column) + field.get_db_converters(connection)
        return [
            lambda value, convert=convert: convert(value, column, connection)
            for convert in found
            if convert != own
        ]

    def _insert(self, rows, target):
        try:
            with transaction.atomic():
                self._insert_all(rows, target)
        except REFUSED:
            for row in rows:
                self._insert_one(row, target)

    def _insert_one(self, row, target):
        try:
            with transaction.atomic():
                self._insert_all([row], target)
        except REFUSED as trouble:
            key = row[self.fields.index(self.key)]
            which = f"the row with {self.key.column} {key}" if isinstance(key, int) else "a row"
            raise MoveError(f"{self.name}: PostgreSQL refuses {which} ({kind_of(trouble)}).") from None

    def _insert_all(self, rows, target):
        quote = target.ops.quote_name
        places = f"({', '.join(['%s'] * len(self.columns))})"
        with target.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {quote(self.name)} ({', '.join(map(quote, self.columns))})"  # noqa: S608 our own names
                f" VALUES {', '.join([places] * len(rows))}",
                [value for row in rows for value in row],
            )


def _converted(stored, converters):
    value = stored
    try:
        for convert in converters:
            value = convert(value)
    except AttributeError:  # Django's, of a moment that is none
        value = None
    if value is None and stored is not None:
        raise ValueError("not of this kind")
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    return bytes(value) if isinstance(value, memoryview) else value


def _comparable(field, value):
    """The same for one value, however a database writes it: JSON and addresses have more than one way."""
    if value is None:
        return None
    kind = field.get_internal_type()
    if kind == "JSONField":
        read = json.loads(value, parse_int=Decimal, parse_float=Decimal)
        return json.dumps(read, sort_keys=True, default=lambda number: str(number.normalize() + 0))
    if kind == "GenericIPAddressField":
        return str(ipaddress.ip_address(value))
    return value


def kind_of(trouble):
    """What kind of trouble, without the value that a database puts into its message."""
    diagnosis = getattr(trouble.__cause__, "diag", None)
    where = diagnosis and (diagnosis.constraint_name or diagnosis.column_name)
    name = type(trouble.__cause__ or trouble).__name__
    return f"{name}, {where}" if where else name
