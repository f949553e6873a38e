"""A backup is a folder: database, photos and erasure list, each encrypted by age to the operator's key.

`database.age` is `pg_dump`'s custom format, or a copy of SQLite's file; `photos.age` a tar; `erasures.age` the list;
`manifest.age` says when, of which tables, how many rows. `SHA256SUMS` can be checked by anybody. No key ring is in it:
rings are kept elsewhere, or whoever takes the backup could open it.
"""

PARTS = ("database", "photos", "erasures", "manifest")


class BackupError(Exception):
    """A backup cannot be taken or restored. Says why, and what helps, in one line for the operator."""
