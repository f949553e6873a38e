"""Restoring a backup into an empty database, and what has to follow: what was shredded is shredded again."""

import json
import tarfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from mail.models import OutgoingMail
from mentoring.lib.storages import StorageAway
from operations.backup import PARTS, BackupError, age, databases
from operations.backup.taking import FORMAT, file_sum
from privacy import erasure_list, erasure_replay, wrapped_keys
from profiles import photo_files

HELD = "restored"  # the code under which mails wait: `manage.py try_again --code restored`
FOR_NOW = timedelta(days=3650)


@dataclass(frozen=True)
class Restored:
    """What came back, until when; accounts and places shredded again; mails that wait.

    `opening` is {ring: (keys of private texts that it opens, all of them)}, empty where this process has no ring.
    """

    made_at: object
    rows: int
    photos: int
    accounts: int
    places: int
    opening: dict
    held: int


def restore(folder, identity):
    """A Restored. BackupError before anything is changed if it is no whole backup of this program."""
    folder = Path(folder)
    check(folder)
    manifest = read_manifest(folder, identity)
    with age.decrypting(folder / "database.age", identity) as stream:
        databases.restore(stream)
    rows = databases.count_rows()
    if rows != manifest["rows"]:
        raise BackupError(
            "Not all rows have come: the database is not what was backed up. Empty it and try again."
        )
    try:
        photos = _restore_photos(folder, identity)
    except StorageAway as error:
        raise BackupError(
            f"Photos cannot be written: {error}. Look at PHOTO_BUCKET, empty the database, and begin again."
        ) from None
    _join_erasures(folder, identity)
    call_command("migrate", verbosity=0)
    accounts, places = erasure_replay.everything()
    end_sessions()
    opening = wrapped_keys.count_opening() if wrapped_keys.has_rings() else {}
    made_at = parse_datetime(manifest["made_at"])
    return Restored(made_at, sum(rows.values()), photos, accounts, places, opening, hold_outbox())


def check(folder):
    """BackupError unless every part is there, as it was written."""
    try:
        lines = (folder / "SHA256SUMS").read_text().splitlines()
    except OSError:
        raise BackupError(f"{folder} is no backup: it has no SHA256SUMS.") from None
    sums = {name: digest for digest, name in (line.split() for line in lines)}
    for part in PARTS:
        path = folder / f"{part}.age"
        if not path.exists() or sums.get(path.name) != file_sum(path):
            raise BackupError(f"{path.name} is missing or was changed.")


def read_manifest(folder, identity):
    """What the backup says of itself. BackupError for another kind of database, or a newer program."""
    with age.decrypting(folder / "manifest.age", identity) as stream:
        written = stream.read()
    manifest = json.loads(written)
    if manifest["format"] != FORMAT or manifest["vendor"] != connection.vendor:
        raise BackupError(f"It is of {manifest['vendor']}, and DATABASE_URL names {connection.vendor}.")
    known = MigrationLoader(None).disk_migrations.keys()
    newer = [f"{app}.{name}" for app, name in manifest["migrations"] if (app, name) not in known]
    if newer:
        raise BackupError(f"It was made by another version, which has {newer[0]}: restore with that one.")
    return manifest


def end_sessions():
    """Whoever was signed in on the day of the backup may have signed out everywhere since."""
    for label in ("sessions.Session", "coordination.StaffSession", "usersessions.UserSession"):
        apps.get_model(label).objects.all().delete()


def hold_outbox():
    """How many mails wait for somebody to look: those of that day may have been sent since."""
    open_now = OutgoingMail.objects.waiting().filter(due_at__isnull=False)
    return open_now.update(last_error=HELD, attempts=1, claim=None, due_at=timezone.now() + FOR_NOW)


def _restore_photos(folder, identity):
    number = 0
    with (
        age.decrypting(folder / "photos.age", identity) as stream,
        tarfile.open(fileobj=stream, mode="r|") as archive,
    ):
        for member in archive:
            if member.isfile():
                photo_files.write_file(member.name, archive.extractfile(member).read())
                number += 1
    return number


def _join_erasures(folder, identity):
    """The list that is here is the newer one; what only the backup's has is added to it."""
    here = Path(settings.ERASURE_LIST)
    with age.decrypting(folder / "erasures.age", identity) as stream:
        theirs = stream.read().decode().splitlines()
    ours = here.read_text(encoding="utf-8").splitlines() if here.exists() else []
    missing = [line for line in theirs if line not in set(ours)]
    if missing:
        here.parent.mkdir(parents=True, exist_ok=True)
        here.touch(mode=0o600)
        with here.open("a", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in missing)
    erasure_list.entries()  # refuses an odd line now, not after the first account
