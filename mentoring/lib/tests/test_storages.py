"""PHOTO_BUCKET: what is meant is understood, what cannot be is refused in one line, and nothing means the folder."""

import pytest

from mentoring.lib import storages
from mentoring.lib.env import OddSetting
from mentoring.lib.storages import FOLDER, photo_storage

KEY = {"key": "access:se/cr+et", "region": "eu-west-1"}


def test_without_a_bucket_photos_are_in_the_folder():
    assert photo_storage("", key="", region="us-east-1") == FOLDER


def test_an_address_is_taken_apart_and_the_secret_is_as_typed():
    options = photo_storage("https://s3.example.org:8443/photos", **KEY)["OPTIONS"]
    assert options == {
        "endpoint_url": "https://s3.example.org:8443",
        "bucket_name": "photos",
        "access_key": "access",
        "secret_key": "se/cr+et",
        "region_name": "eu-west-1",
    }


@pytest.mark.parametrize(
    "odd",
    ("photos", "s3://photos", "https://s3.example.org", "https://s3.example.org/a/b", "https:///photos"),
)
def test_what_is_no_address_of_a_bucket_is_refused(odd):
    with pytest.raises(OddSetting, match="PHOTO_BUCKET: expected an address"):
        photo_storage(odd, **KEY)


@pytest.mark.parametrize("odd", ("", "access", "access:", ":secret"))
def test_a_key_without_one_of_its_halves_is_refused_and_not_repeated(odd):
    with pytest.raises(OddSetting, match="PHOTO_BUCKET_KEY: expected") as refused:
        photo_storage("https://s3.example.org/photos", key=odd, region="us-east-1")
    assert "secret" not in str(refused.value).replace("secret key", "")


def test_what_has_to_be_installed_is_said(monkeypatch):
    def missing(name):
        raise ImportError(f"No module named {name}")

    monkeypatch.setattr(storages, "import_module", missing)
    with pytest.raises(OddSetting, match=r"requirements-s3\.txt"):
        photo_storage("https://s3.example.org/photos", **KEY)
