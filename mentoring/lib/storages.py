"""Where photos are kept (`STORAGES["default"]`): a folder of this machine, or a bucket that all machines share."""

from importlib import import_module
from urllib.parse import urlsplit

from mentoring.lib.env import OddSetting

FOLDER = {"BACKEND": "django.core.files.storage.FileSystemStorage"}


class StorageAway(OSError):
    """The bucket does not answer, or refuses. Carries the kind of the trouble, and no name of a file."""


def photo_storage(bucket, *, key, region):
    """The entry for `STORAGES`. `bucket` is an address like https://s3.example.org/photos, or empty: then the folder.

    `key` is what the bucket's owner was given: the access key, a colon, the secret key. OddSetting for what cannot be
    meant, and where the packages are missing.
    """
    if not bucket:
        return FOLDER
    parts = urlsplit(bucket)
    name = parts.path.strip("/")
    if parts.scheme not in {"http", "https"} or not parts.hostname or not name or "/" in name:
        raise OddSetting("PHOTO_BUCKET", "expected an address like https://s3.example.org/photos")
    access, _colon, secret = key.rpartition(":")
    if not access or not secret:
        raise OddSetting("PHOTO_BUCKET_KEY", "expected the access key, a colon and the secret key")
    _check_packages()
    endpoint = f"{parts.scheme}://{parts.netloc}"
    options = {"endpoint_url": endpoint, "bucket_name": name, "access_key": access, "secret_key": secret}
    return {"BACKEND": "mentoring.lib.s3.PrivateBucket", "OPTIONS": options | {"region_name": region}}


def _check_packages():
    try:
        import_module("boto3")
        import_module("storages.backends.s3")
    except ImportError as error:
        raise OddSetting(
            "PHOTO_BUCKET", f"this needs more: .venv/bin/pip install -r requirements-s3.txt ({error})"
        ) from None
