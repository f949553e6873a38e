"""The bucket is away, or refuses: members read a plain sentence and lose nothing; nothing else is ever asked."""

import socket

import pytest

from profiles import photo_files
from profiles.models import Member
from profiles.tests.photo_form import put_up
from testing import pictures

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
AWAY = {"PHOTO_BUCKET": "http://127.0.0.1:1/photos"}
FAULTS = {
    "away": AWAY,
    "another key": {"PHOTO_BUCKET_KEY": "mentoring:photos:another"},
    "no such bucket": {"PHOTO_BUCKET": "/nowhere"},
}
SENTENCE = "We cannot save photos right now, so nothing has changed."


@pytest.fixture(params=FAULTS)
def trouble(request, store, use_bucket):
    """`trouble()`: from now on it is so."""

    def begin():
        fault = dict(FAULTS[request.param])
        if fault.get("PHOTO_BUCKET", "").startswith("/"):
            fault["PHOTO_BUCKET"] = store["PHOTO_BUCKET"].rpartition("/")[0] + fault["PHOTO_BUCKET"]
        use_bucket(**store | fault)

    return begin


def test_a_photo_that_cannot_be_saved_changes_nothing(trouble, bucket, as_, mentor):
    client = as_(mentor)
    put_up(client, pictures.JPEG)
    before = Member.objects.get(pk=mentor.pk)
    trouble()
    answer = put_up(client, pictures.PNG)

    assert answer.status_code == 503
    assert SENTENCE in answer.content.decode() and "Me, laughing" in answer.content.decode()
    now = Member.objects.get(pk=mentor.pk)
    assert (now.photo, now.photo_alt) == (before.photo, before.photo_alt)


def test_pages_are_there_without_their_photos(trouble, bucket, as_, mentor):
    client = as_(mentor)
    put_up(client, pictures.JPEG)
    name = Member.objects.get(pk=mentor.pk).photo
    trouble()

    shown = client.get(f"/photos/{name}-card.jpg")
    assert (shown.status_code, shown.headers.get("Retry-After"), shown.content) == (503, "30", b"")
    assert client.get("/profile/").status_code == 200


def test_one_is_taken_down_all_the_same(trouble, bucket, as_, mentor, django_capture_on_commit_callbacks):
    """The file is nobody's then, which the worker finds (`remove_unused`)."""
    client = as_(mentor)
    put_up(client, pictures.JPEG)
    trouble()
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post("/profile/photo/", {"remove": "1"}).status_code == 302
    assert Member.objects.get(pk=mentor.pk).photo == ""


def test_nobody_but_the_bucket_is_asked(bucket, store, monkeypatch):
    """No provider's address for secrets of machines, whatever the environment says."""
    asked, connect = set(), socket.socket.connect
    monkeypatch.setenv("AWS_SESSION_TOKEN", "of another programme")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "of another programme")
    monkeypatch.setattr(socket.socket, "connect", lambda one, where: asked.add(where) or connect(one, where))
    name = photo_files.store({"card": b"c"})
    assert photo_files.read(name, "card") == b"c"
    photo_files.remove_photo(name)
    assert {f"{host}:{port}" for host, port in asked} == {store["PHOTO_BUCKET"].split("/")[2]}
