"""Photos: whether they can be written, read and deleted where they lie, by us alone, and whether they are there."""

from contextlib import suppress
from urllib.parse import urlsplit

import requests
from django.conf import settings

from mentoring.lib.registry.doctor import look, ok, wrong
from mentoring.lib.storages import StorageAway
from profiles import photo_files
from profiles.models import Member

NEWEST = 20
TIMEOUT = 6  # seconds
LOCAL = {"127.0.0.1", "localhost", "::1"}
REFUSED = {"403", "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch"}


def photos():
    """One line for what is wrong, or one if nothing is. The staff site reads only."""
    where = settings.PHOTO_BUCKET or settings.MEDIA_ROOT
    try:
        if settings.PROCESS != "staff":
            yield from _try_out()
        missing, looked_for = _missing()
    except StorageAway as error:
        yield wrong("photos", f"{where}: {_help(str(error))}")
        return
    except OSError as error:
        yield wrong("photos", f"{where} cannot be used by this process: {error.strerror}.")
        return
    if missing:
        yield wrong(
            "photos",
            f"{missing} of the newest {looked_for} are not in {where}: they are on another machine, or lost. Machines "
            "share a folder or a bucket (docs/deployment.md).",
        )
    else:
        yield ok("photos", f"The newest {looked_for} are in {where}.")


def _try_out():
    """A file that is nobody's comes and goes; nobody reads it without a key."""
    name = photo_files.store({"card": b"doctor"})
    try:
        if photo_files.read(name, "card") != b"doctor":
            yield wrong("photos", "What is written there is not there afterwards.")
        elif settings.PHOTO_BUCKET:
            yield from _as_a_stranger(f"{settings.PHOTO_BUCKET}/{photo_files.FOLDER}/{name}-card.jpg")
    finally:
        photo_files.remove_photo(name)


def _as_a_stranger(address):
    parts = urlsplit(address)
    if parts.scheme == "http" and parts.hostname not in LOCAL:
        yield look("photos", "PHOTO_BUCKET is http: photos travel in clear.")
    with suppress(requests.exceptions.RequestException):
        if requests.get(address, timeout=TIMEOUT, allow_redirects=False).status_code == 200:
            yield wrong("photos", "Anybody reads the bucket who knows a name: make it private.")


def _missing():
    """(how many of the newest photos are not there, of how many)."""
    names = list(Member.objects.exclude(photo="").order_by("-pk").values_list("photo", flat=True)[:NEWEST])
    return sum(photo_files.read(name, "card") is None for name in names), len(names)


def _help(code):
    """What helps against what the server, or boto3, calls the trouble."""
    if code in REFUSED:
        return "it refuses. Is PHOTO_BUCKET_KEY right, and may it list, read, write and delete there?"
    if code == "NoSuchBucket":
        return "there is no bucket of that name. Make it, and private."
    return f"it does not answer ({code}). Does it run, is PHOTO_BUCKET right, does the firewall let this user out?"
