"""The database as one stream, consistent while the sites write; and back again."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from operations.backup import BackupError


def tables():
    """Every table of the program, in the order of their names."""
    with connection.cursor() as cursor:
        return sorted(connection.introspection.table_names(cursor))


def count_rows():
    """{table: rows} as this connection sees them now."""
    found = {}
    with connection.cursor() as cursor:
        for table in tables():
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608 our own names
            found[table] = cursor.fetchone()[0]
    return found


@contextmanager
def snapshot():
    """(rows by table, `copy(stream)`) of one moment."""
    if connection.vendor == "sqlite":
        with _sqlite_snapshot() as found:
            yield found
    else:
        with _postgres_snapshot() as found:
            yield found


def restore(stream):
    """Fill the empty database. BackupError if it is not empty, or the stream is not of its kind."""
    if tables():
        raise BackupError("This database holds tables already: restore into an empty one.")
    if connection.vendor == "sqlite":
        _restore_sqlite(stream)
    else:
        _run_reading(stream, "pg_restore", "--no-owner", "--no-privileges", "--exit-on-error")
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # without it, the first questions take half a minute


@contextmanager
def _sqlite_snapshot():
    """By SQLite's own way of copying a file that is in use; beside the database, whose disk has the same in clear."""
    source = str(connection.settings_dict["NAME"])
    with tempfile.TemporaryDirectory(dir=Path(settings.VAR)) as folder:
        copy = Path(folder) / "copy.sqlite3"
        with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(copy)) as there:
            here.backup(there)
            names = [name for (name,) in there.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            wanted = set(names) & set(tables())
            rows = {name: there.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in wanted}  # noqa: S608

        def write(stream):
            with copy.open("rb") as file:
                shutil.copyfileobj(file, stream)

        yield rows, write


@contextmanager
def _postgres_snapshot():
    """pg_dump reads the very moment in which the rows were counted."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            moment = cursor.fetchone()[0]
        rows = count_rows()

        def write(stream):
            _run_writing(
                stream, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={moment}"
            )

        yield rows, write


def _restore_sqlite(stream):
    path = Path(connection.settings_dict["NAME"])
    connection.close()
    for end in ("", "-wal", "-shm"):
        Path(f"{path}{end}").unlink(missing_ok=True)  # empty, as was seen
    with path.open("wb") as file:
        shutil.copyfileobj(stream, file)
    path.chmod(0o600)


def _postgres():
    """(arguments, environment): the password is in neither a command line nor a log."""
    given = connection.settings_dict
    names = {
        "--host": given["HOST"],
        "--port": given["PORT"],
        "--username": given["USER"],
        "--dbname": given["NAME"],
    }
    options = {
        f"PG{name.upper()}": str(value) for name, value in given["OPTIONS"].items() if name.startswith("ssl")
    }
    environment = {**os.environ, "PGPASSWORD": given["PASSWORD"] or "", **options}
    return [f"{name}={value}" for name, value in names.items() if value], environment


def _run_writing(stream, program, *options):
    _run(program, *options, stdout=stream)


def _run_reading(stream, program, *options):
    _run(program, *options, stdin=stream)


def _run(program, *options, **streams):
    if not shutil.which(program):
        raise BackupError(f"The program {program} is not here: apt-get install postgresql-client.")
    where, environment = _postgres()
    done = subprocess.run([program, *options, *where], env=environment, stderr=subprocess.PIPE, **streams)
    if done.returncode:
        said = done.stderr.decode(errors="replace").splitlines()
        raise BackupError(f"{program}: {said[0] if said else done.returncode}")
