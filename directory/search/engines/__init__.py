"""The two full-text engines behind one interface.

An engine answers one question: which mentors have this phrase of tokens, in which field. What a
query means and who comes first is decided above it, so both databases give the same answer.
"""

from django.db import connection

from directory.search.engines.postgres import Postgres
from directory.search.engines.sqlite import Sqlite

ENGINES = {"sqlite": Sqlite, "postgresql": Postgres}


def engine():
    """The engine of the database in use."""
    return ENGINES[connection.vendor](connection)
