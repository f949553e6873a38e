"""A PostgreSQL database of one's own: made, asked, dumped, dropped. And a Redis number nobody uses."""

import io
import subprocess
from contextlib import closing, contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg2
import redis
from psycopg2 import sql as names

from trials.harness.environment import DUMP, POSTGRES, REDIS

REDIS_CLAIM = "leaktest-claim"


def database_url(name, role="", password=""):
    """The address of a database on the server of TEST_DATABASE_URL; as the login there, or another."""
    parts = urlsplit(POSTGRES)
    if role:
        parts = parts._replace(netloc=f"{role}:{password}@{parts.netloc.rpartition('@')[2]}")
    return urlunsplit(parts._replace(path=f"/{name}"))


def create_database(name, *, template=None, log_statements=True):
    """An empty database, or a copy. With `log_statements` each goes to PostgreSQL's own log."""
    drop_database(name)
    with server_cursor() as cursor:
        made, logged = "CREATE DATABASE {}", "ALTER DATABASE {} SET log_statement = 'all'"
        if template:
            made += " TEMPLATE {}"
        cursor.execute(names.SQL(made).format(*map(names.Identifier, filter(None, (name, template)))))
        if log_statements:
            cursor.execute(names.SQL(logged).format(names.Identifier(name)))


def drop_database(name):
    """Gone, whoever is still connected."""
    with server_cursor() as cursor:
        cursor.execute(names.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(names.Identifier(name)))


def drop_role(name):
    """A login of the run, gone with the last database it had rights in."""
    with server_cursor() as cursor:
        cursor.execute(names.SQL("DROP ROLE IF EXISTS {}").format(names.Identifier(name)))


@contextmanager
def server_cursor():
    """A cursor at the server of TEST_DATABASE_URL, outside of any transaction."""
    with closing(psycopg2.connect(POSTGRES)) as connection:
        connection.autocommit = True
        yield connection.cursor()


class Database:
    """Hands at a database, past all code."""

    def __init__(self, name):
        self.name, self.url = name, database_url(name)

    def ask(self, statement, *params):
        """Run it and keep it. The rows, if there are any."""
        with closing(psycopg2.connect(self.url)) as connection, connection, connection.cursor() as cursor:
            cursor.execute(statement, params or None)
            return cursor.fetchall() if cursor.description else []

    def tables(self):
        """The names of all tables."""
        rows = self.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        return [name for (name,) in rows]

    def copy(self, table, form="CSV"):
        """All rows of a table as a file."""
        out = io.BytesIO()
        with closing(psycopg2.connect(self.url)) as connection, connection.cursor() as cursor:
            cursor.copy_expert(f'COPY "{table}" TO STDOUT (FORMAT {form})', out)
        return out.getvalue()

    def dump(self, form="plain"):
        """All of it by pg_dump; None without pg_dump."""
        if not DUMP:
            return None
        command = [DUMP, f"--format={form}", "--dbname", self.url]
        return subprocess.run(command, check=True, capture_output=True).stdout

    def load(self, dump):
        """A plain dump brought back."""
        psql = DUMP.replace("pg_dump", "psql")
        command = [psql, "--quiet", "--set=ON_ERROR_STOP=1", "--dbname", self.url]
        subprocess.run(command, input=dump, check=True, capture_output=True)

    def fill(self, table, rows):
        """Rows in the form of `copy`, past all triggers and keys."""
        with closing(psycopg2.connect(self.url)) as connection, connection, connection.cursor() as cursor:
            cursor.execute(f'SET session_replication_role = replica; TRUNCATE "{table}" CASCADE')
            cursor.copy_expert(f'COPY "{table}" FROM STDIN (FORMAT CSV)', io.BytesIO(rows))


def claim_redis():
    """The address of a Redis number that is empty, claimed for this run."""
    base = urlsplit(REDIS)
    count = int(redis.Redis.from_url(REDIS).config_get("databases")["databases"])
    for number in reversed(range(count)):
        url = urlunsplit(base._replace(path=f"/{number}"))
        server = redis.Redis.from_url(url)
        if url != REDIS and server.dbsize() == 0 and server.set(REDIS_CLAIM, "1", nx=True, ex=3600):
            return url
    raise SystemExit("Redis: every number holds something; empty one.")
