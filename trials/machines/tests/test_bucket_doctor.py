"""What the doctor says of a bucket: one line, and what to do."""

import pytest
import requests

from mentoring.lib.registry.doctor import Level
from profiles import doctor, services

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def said():
    return [(finding.level, finding.sentence) for finding in doctor.photos()]


def test_a_private_bucket_is_well_and_nothing_is_left_of_the_look(bucket, mentee):
    services.set_photo(mentee, {"card": b"c", "page": b"p"}, alt="")
    before = bucket.names()
    ((level, sentence),) = said()
    assert (level, sentence[:20]) == (Level.OK, "The newest 1 are in ")
    assert bucket.names() == before


@pytest.mark.parametrize(
    "fault, sentence",
    (
        ({"PHOTO_BUCKET": "http://127.0.0.1:1/photos"}, "it does not answer"),
        ({"PHOTO_BUCKET_KEY": "mentoring:photos:another"}, "it refuses. Is PHOTO_BUCKET_KEY right"),
        ({"PHOTO_BUCKET_KEY": "mentoring:nobody:another"}, "it refuses. Is PHOTO_BUCKET_KEY right"),
    ),
)
def test_what_is_wrong_is_said_with_what_to_do(fault, sentence, store, use_bucket):
    use_bucket(**store | fault)
    ((level, line),) = said()
    assert level == Level.WRONG and sentence in line and "another" not in line


def test_a_bucket_that_is_not_there(store, use_bucket):
    use_bucket(**store | {"PHOTO_BUCKET": store["PHOTO_BUCKET"] + "-of-nobody"})
    ((level, line),) = said()
    assert level == Level.WRONG and "there is no bucket of that name" in line


def test_a_bucket_that_anybody_reads(bucket, monkeypatch):
    answer = requests.Response()
    answer.status_code = 200
    monkeypatch.setattr(requests, "get", lambda *_args, **_more: answer)
    assert said()[0] == (Level.WRONG, "Anybody reads the bucket who knows a name: make it private.")
