"""Hands at the database with the login of one process, and nothing else of it."""

import io
from contextlib import closing

import psycopg2
from psycopg2 import sql as names

READABLE = """
SELECT relname, array_agg(attname::text ORDER BY attnum) FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
      AND has_column_privilege(pg_class.oid, attnum, 'SELECT')
GROUP BY relname
"""


def write(url, statement, *values):
    """How many rows a statement changed; 0 where the login may not."""
    with closing(psycopg2.connect(url)) as connection, connection, connection.cursor() as cursor:
        try:
            cursor.execute(statement, values)
        except psycopg2.Error:
            connection.rollback()
            return 0
        return cursor.rowcount


def read_all(url):
    """{table: bytes} of every column that the login may select."""
    found = {}
    with closing(psycopg2.connect(url)) as connection, connection.cursor() as cursor:
        cursor.execute(READABLE)
        for table, columns in cursor.fetchall():
            out = io.BytesIO()
            wanted = names.SQL(", ").join(map(names.Identifier, columns))
            cursor.copy_expert(
                names.SQL("COPY (SELECT {} FROM {}) TO STDOUT").format(wanted, names.Identifier(table)), out
            )
            found[table] = out.getvalue()
    return found
