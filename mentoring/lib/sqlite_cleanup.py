"""SQLite overwrites what is deleted (`secure_delete`); here goes what that leaves behind.

The log beside the database, `-wal`, keeps pages as they were before, until it is emptied. And a page that
was split in two may keep bytes of what moved to the other half: one name in 500, measured.
"""

from django.conf import settings
from django.db import OperationalError, connection

LOCK_TIMEOUT_MS = 1000  # milliseconds: while this waits for a reader, writers wait for it


def clean_up(*, rewrite):
    """Empty the log; with `rewrite`, make the file anew before. False where it has to be tried again.

    A reader or writer who is in the way is left alone: it is for the next hour then. PostgreSQL has no
    such file of ours; docs/confidentiality.md says what its own keep, and for how long.
    """
    if connection.vendor != "sqlite":
        return True
    if connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {LOCK_TIMEOUT_MS}")
        try:
            return _clean_up(cursor, rewrite=rewrite)
        except OperationalError:
            return False
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {settings.SQLITE['timeout'] * 1000}")


def _clean_up(cursor, *, rewrite):
    if rewrite:
        cursor.execute("VACUUM")
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    busy, _in_log, _moved = cursor.fetchone()
    return not busy
