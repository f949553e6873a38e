"""Taking a backup: all or nothing, while the sites run."""

import hashlib
import io
import json
import shutil
import tarfile
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from mentoring.lib.storages import StorageAway
from operations.backup import PARTS, BackupError, age, databases
from profiles import photo_files

NAME = "mentoring-%Y%m%dT%H%M%SZ"
PARTIAL = ".partial"
FORMAT = 1


def take(into, recipients, *, now=None):
    """The folder of the new backup in the folder `into`. BackupError; then nothing is left behind."""
    now = now or timezone.now()
    place = Path(into) / now.strftime(NAME)
    partial = place.with_name(place.name + PARTIAL)
    if place.exists():
        raise BackupError(f"{place} is there already.")
    try:
        partial.mkdir(parents=True, mode=0o700)
        manifest = _write_parts(partial, recipients)
        manifest["made_at"] = now.isoformat(timespec="seconds")
        with age.encrypting(partial / "manifest.age", recipients) as stream:
            stream.write(json.dumps(manifest, indent=1).encode())
        (partial / "SHA256SUMS").write_text("".join(map(_sum_line, _files(partial))))
        return partial.rename(place)
    except OSError as error:
        raise BackupError(f"{into}: {error.strerror}.") from None
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def delete_older(into, days, *, now=None):
    """How many older backups in this folder are deleted: they would bring back what was shredded since."""
    limit = ((now or timezone.now()) - timedelta(days=days)).strftime(NAME)
    older = [
        path
        for path in Path(into).glob("mentoring-*Z")
        if path.name < limit and (path / "SHA256SUMS").exists()
    ]
    for path in older:
        shutil.rmtree(path)
    return len(older)


def file_sum(path):
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_parts(partial, recipients):
    """Database first: a photo that is added meanwhile is nobody's, one that is deleted was to go."""
    with databases.snapshot() as (rows, copy):
        with age.encrypting(partial / "database.age", recipients) as stream:
            copy(stream)
        applied = sorted(map(list, MigrationRecorder(connection).applied_migrations()))
    with age.encrypting(partial / "photos.age", recipients) as stream:
        photos = _write_photos(stream)
    erasures = Path(settings.ERASURE_LIST)
    with age.encrypting(partial / "erasures.age", recipients) as stream:
        stream.write(erasures.read_bytes() if erasures.exists() else b"")
    return {
        "format": FORMAT,
        "vendor": connection.vendor,
        "rows": rows,
        "photos": photos,
        "migrations": applied,
    }


def _write_photos(stream):
    number = 0
    try:
        with tarfile.open(fileobj=stream, mode="w|") as archive:
            for path in photo_files.paths():
                content = photo_files.read_file(path)
                if content is None:  # deleted this moment
                    continue
                entry = tarfile.TarInfo(path)
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))
                number += 1
    except StorageAway as error:
        raise BackupError(
            f"Photos cannot be read: {error}. Look at PHOTO_BUCKET by `manage.py doctor`."
        ) from None
    return number


def _files(folder):
    return [folder / f"{part}.age" for part in PARTS]


def _sum_line(path):
    return f"{file_sum(path)}  {path.name}\n"
