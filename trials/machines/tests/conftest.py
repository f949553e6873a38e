"""A bucket that all tests of this folder share, and the product as it uses it."""

import pytest

from mentoring.lib.storages import photo_storage
from trials.machines import object_store


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    """The settings that name a bucket of a running Swift."""
    if not object_store.is_there():
        pytest.skip(object_store.WHY_NOT)
    with object_store.running_store(tmp_path_factory.mktemp("swift")) as settings:
        yield settings


@pytest.fixture
def use_bucket(settings):
    """`use_bucket(PHOTO_BUCKET=…, …)`: photos of this process are there from now on."""

    def use(**named):
        settings.PHOTO_BUCKET = named["PHOTO_BUCKET"]
        entry = photo_storage(
            named["PHOTO_BUCKET"], key=named["PHOTO_BUCKET_KEY"], region=named["PHOTO_BUCKET_REGION"]
        )
        settings.STORAGES = settings.STORAGES | {"default": entry}

    return use


@pytest.fixture
def bucket(store, use_bucket):
    """Photos are in the bucket; hands at it past all code, as boto3 gives them."""
    use_bucket(**store)
    port = int(store["PHOTO_BUCKET"].rpartition(":")[2].partition("/")[0])
    return Bucket(object_store.client(port))


class Bucket:
    """What is there."""

    def __init__(self, client):
        self.client = client

    def names(self):
        """The paths of all files."""
        found = self.client.list_objects_v2(Bucket=object_store.BUCKET)
        return {entry["Key"] for entry in found.get("Contents", ())}
