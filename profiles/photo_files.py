"""Where photos lie: each in some sizes, under a random name, in the storage that all machines share."""

import logging
import uuid

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from profiles.photos import SIDES

logger = logging.getLogger("mentoring.photos")
FOLDER = "photos"


def store(versions):
    """Write the versions ({size: JPEG bytes}) under a new random name. Returns the name; StorageAway."""
    name = uuid.uuid4().hex
    for size, content in versions.items():
        default_storage.save(_path(name, size), ContentFile(content))
    return name


def read(name, size):
    """The bytes of a version, or None if there is none. StorageAway."""
    return read_file(_path(name, size))


def remove_photo(name):
    """Delete the versions of a photo. Of what cannot be deleted now, `remove_unused` finds that it is nobody's."""
    try:
        for size in SIDES:
            default_storage.delete(_path(name, size))
    except OSError as error:
        logger.warning("A photo could not be deleted: %s", error)


def remove_unused(in_use, *, older_than):
    """Delete files that no member's photo is (`in_use`, a set of names), if written before a moment. How many.

    A process that dies between file and row leaves one; a young one may belong to a change that is under way.
    """
    removed = 0
    for path in paths():
        name = path.removeprefix(f"{FOLDER}/").rpartition("-")[0]
        if name not in in_use and _is_older(path, older_than):
            default_storage.delete(path)
            removed += 1
    return removed


def paths():
    """All files, as paths within the storage, in order."""
    try:
        _folders, files = default_storage.listdir(FOLDER)
    except FileNotFoundError:  # no photo was ever put up
        return []
    return [f"{FOLDER}/{file}" for file in sorted(files) if file.endswith(".jpg")]


def read_file(path):
    """The bytes of a file, or None if it is gone."""
    try:
        with default_storage.open(path) as file:
            return file.read()
    except FileNotFoundError:
        return None


def write_file(path, content):
    """A file as it was in a backup, in place of one that is there."""
    default_storage.delete(path)
    default_storage.save(path, ContentFile(content))


def _path(name, size):
    return f"{FOLDER}/{name}-{size}.jpg"


def _is_older(path, moment):
    try:
        return default_storage.get_modified_time(path) < moment
    except FileNotFoundError:  # somebody else has deleted it
        return False
