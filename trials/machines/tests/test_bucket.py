"""Photos in a bucket: put up, shown by our own page alone, replaced, taken down, erased, backed up and restored."""

import io
from contextlib import contextmanager
from datetime import timedelta

import pytest
import requests
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone

from operations.backup import age, restoring, taking
from profiles import photo_files, privacy
from profiles.models import Member
from profiles.services import remove_unused_photos
from profiles.tests.photo_form import put_up
from testing import pictures

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def address(member, size="card"):
    return f"/photos/{member.photo}-{size}.jpg"


def both(member):
    """The paths of both versions of a member's photo."""
    return {f"photos/{member.photo}-{size}.jpg" for size in ("card", "page")}


@pytest.fixture
def mine(bucket, as_, mentor):
    """A mentor with a photo, who is signed in."""
    assert put_up(as_(mentor), pictures.JPEG).status_code == 302
    return Member.objects.get(pk=mentor.pk)


def test_it_is_shown_by_our_own_page_to_those_who_may_see_it(mine, client, as_, mentee, bucket, store):
    shown = client.get(address(mine))
    assert (shown.status_code, shown.headers["Content-Type"]) == (200, "image/jpeg")
    assert shown.headers["Cache-Control"] == "private, max-age=86400"
    assert bucket.names() >= both(mine)
    assert as_(mentee).get(address(mine, "page")).content.startswith(b"\xff\xd8\xff")
    client.logout()
    assert client.get(address(mine)).status_code == 302
    for path in both(mine):
        assert requests.get(f"{store['PHOTO_BUCKET']}/{path}", timeout=5).status_code >= 400
    with pytest.raises(NotImplementedError):
        default_storage.url(path)


def test_nothing_is_asked_for_of_whom_one_may_not_see(mine, as_, mentee, monkeypatch):
    monkeypatch.setattr(photo_files, "read", lambda *_args: 1 / 0)
    assert as_(mentee).get(f"/photos/{'0' * 32}-card.jpg").status_code == 404


def test_the_one_before_and_one_that_is_taken_down_are_deleted(
    mine, client, bucket, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        put_up(client, pictures.PNG)
    now = Member.objects.get(pk=mine.pk)
    assert not bucket.names() & both(mine) and bucket.names() >= both(now)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/profile/photo/", {"remove": "1"})
    assert not bucket.names() & both(now)


def test_it_goes_with_its_member(mine, bucket):
    privacy.empty_profiles(mine, leave_words=False)
    assert not bucket.names() & both(mine)


def test_files_of_nobody_go_after_a_day(mine, bucket):
    name = photo_files.store({"card": b"c"})
    assert remove_unused_photos(timezone.now()) == 0
    assert remove_unused_photos(timezone.now() + timedelta(days=2)) >= 1
    assert f"photos/{name}-card.jpg" not in bucket.names()
    assert bucket.names() >= both(mine)


def test_a_backup_brings_it_back(mine, bucket, monkeypatch):
    archive, before = io.BytesIO(), photo_files.read(mine.photo, "page")
    assert taking._write_photos(archive) >= 2
    photo_files.remove_photo(mine.photo)

    @contextmanager
    def opened(*_args):
        yield io.BytesIO(archive.getvalue())

    monkeypatch.setattr(age, "decrypting", opened)
    assert restoring._restore_photos(taking.Path("backup"), "identity") >= 2
    assert photo_files.read(mine.photo, "page") == before


def test_photos_of_the_folder_go_there_by_one_command(bucket, settings, capsys):
    (settings.MEDIA_ROOT / "photos").mkdir(parents=True)
    (settings.MEDIA_ROOT / "photos" / "moved-card.jpg").write_bytes(b"a picture")
    call_command("photos_to_bucket")
    call_command("photos_to_bucket")
    assert capsys.readouterr().out.startswith("1 files are in http://127.0.0.1:")
    assert photo_files.read("moved", "card") == b"a picture"
    settings.PHOTO_BUCKET = ""
    with pytest.raises(CommandError, match="Set PHOTO_BUCKET first"):
        call_command("photos_to_bucket")
