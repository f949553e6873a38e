"""The logins of PostgreSQL that tests make, and how to stand in one's shoes."""

from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

PREFIX = "mentoring_test"
postgres = pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's")


def make():
    """The logins, in the middle of a test's transaction."""
    connection.check_constraints()
    call_command("database_logins", prefix=PREFIX)


@contextmanager
def as_login(process):
    """This connection with the rights of a process's login."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {PREFIX}_{process}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")


def refused(statement):
    """Whether the login that is used now may not execute this."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError as error:
        return "permission denied" in str(error)
    return False
