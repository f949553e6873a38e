"""Where photos lie: each in some sizes, under a random name."""

import uuid

from django.conf import settings

from profiles.photos import SIDES


def path(name, size):
    """Where a version of a photo lies."""
    return settings.MEDIA_ROOT / "photos" / f"{name}-{size}.jpg"


def store(versions):
    """Write the versions under a new random name. Returns the name."""
    name = uuid.uuid4().hex
    path(name, "card").parent.mkdir(parents=True, exist_ok=True)
    for size, content in versions.items():
        path(name, size).write_bytes(content)
    return name


def remove_photo(name):
    """Delete the versions of a photo."""
    for size in SIDES:
        path(name, size).unlink(missing_ok=True)


def remove_unused(in_use, *, older_than):
    """Delete files that no member's photo is (`in_use`, a set of names), if written before a moment. How many.

    A process that dies between file and row leaves one; a young one may belong to a change that is under way.
    """
    removed = 0
    for file in path("x", "card").parent.glob("*.jpg"):
        if file.stem.rpartition("-")[0] not in in_use and file.stat().st_mtime < older_than.timestamp():
            file.unlink(missing_ok=True)
            removed += 1
    return removed
