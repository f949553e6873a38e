"""A key pair of an operator's, an empty database, and a site that writes."""

import os
import sqlite3
import subprocess
import threading
from contextlib import closing, contextmanager
from urllib.parse import urlsplit

import psycopg2
import pytest
from django.db import connection, connections

import factories
from scripts.run_tests import POSTGRES, answers
from testing.remains import url

# Their source is SQLite's round of the tests, which finds PostgreSQL wherever the other round would.
needs_both = (
    pytest.mark.any_database,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite is what is moved"),
    pytest.mark.skipif(not answers(POSTGRES), reason="PostgreSQL does not answer (TEST_DATABASE_URL)"),
)


@pytest.fixture
def operator(tmp_path):
    """(public key, file with the private one), as `age-keygen` makes them."""
    path = tmp_path / "operator.key"
    done = subprocess.run(["age-keygen", "--output", path], capture_output=True, text=True, check=True)
    return done.stderr.split()[-1], path


@pytest.fixture
def empty_database(tmp_path):
    """The address of a database with no table in it."""
    if connection.vendor == "sqlite":
        yield url(tmp_path / "empty.sqlite3")
        return
    name = f"{connection.settings_dict['NAME']}_empty"
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}"')
        yield url(name)
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def source():
    """The file of the tests' own database."""
    return connection.settings_dict["NAME"]


@pytest.fixture
def empty_postgresql():
    """The address of a PostgreSQL database with no table in it, beside the tests' own in SQLite."""
    name = f"mentoring_move_{os.getpid()}"
    with cursor_of(POSTGRES) as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
        yield urlsplit(POSTGRES)._replace(path=f"/{name}").geturl()
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def change(path, statement):
    """An accident in a SQLite file, past the program: nobody looks what refers to what."""
    with closing(sqlite3.connect(path, timeout=60)) as database, database:
        database.execute("PRAGMA ignore_check_constraints = ON")
        database.execute(statement)


@contextmanager
def cursor_of(address):
    """A cursor of a PostgreSQL database that is not the tests' own; each statement is kept at once."""
    database = psycopg2.connect(address)
    database.autocommit = True
    with closing(database), database.cursor() as cursor:
        yield cursor


@contextmanager
def writing():
    """Members join all the while; at least one has."""
    over, joined = threading.Event(), threading.Event()

    def join():
        while not over.is_set():
            factories.member()
            joined.set()
            over.wait(0.01)
        connections.close_all()

    thread = threading.Thread(target=join)
    thread.start()
    joined.wait(30)
    try:
        yield
    finally:
        over.set()
        thread.join()
