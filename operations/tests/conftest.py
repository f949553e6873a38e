"""A key pair of an operator's, an empty database, and a site that writes."""

import subprocess
import threading
from contextlib import contextmanager

import pytest
from django.db import connection, connections

import factories
from testing.remains import url


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
