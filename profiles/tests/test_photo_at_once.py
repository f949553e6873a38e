"""Attack A13: a double click leaves no photo that nothing deletes, and none is shown that is nobody's."""

import os
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from profiles import photo_files, photos, services
from profiles.models import Member
from profiles.services import remove_unused_photos
from testing import pictures

VERSIONS = {"card": b"c", "page": b"p"}


def names():
    return {path.removeprefix("photos/").rpartition("-")[0] for path in photo_files.paths()}


def test_two_clicks_at_the_same_moment_leave_one_photo(committed, mentee, at_once):
    at_once([lambda: services.set_photo(Member.objects.get(pk=mentee.pk), VERSIONS, alt="Me")] * 2)

    assert names() == {Member.objects.get(pk=mentee.pk).photo}


@pytest.mark.django_db(transaction=True)
def test_the_one_before_stays_if_the_change_is_undone(mentee, monkeypatch):
    services.set_photo(mentee, VERSIONS, alt="")
    first = Member.objects.get(pk=mentee.pk).photo
    monkeypatch.setattr(services, "member_has_changed", lambda member: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        services.set_photo(mentee, VERSIONS, alt="")

    assert Member.objects.get(pk=mentee.pk).photo == first
    assert first in names()


@pytest.mark.django_db
def test_a_profile_saved_from_an_older_page_keeps_the_new_photo(as_, mentee):
    older = Member.objects.get(pk=mentee.pk)
    as_(mentee).post("/profile/photo/", {"photo": SimpleUploadedFile("me.jpg", pictures.JPEG), "alt": "Me"})
    services.save_member(older)

    member = Member.objects.get(pk=mentee.pk)
    assert member.photo
    assert member.photo_alt == "Me"


@pytest.mark.django_db
def test_a_file_without_a_row_is_shown_to_nobody(as_, mentee):
    name = photo_files.store(VERSIONS)

    assert as_(mentee).get(f"/photos/{name}-card.jpg").status_code == 404


@pytest.mark.django_db
def test_files_without_a_row_go_after_a_day(mentee, settings):
    old, young = photo_files.store(VERSIONS), photo_files.store(VERSIONS)
    services.set_photo(mentee, VERSIONS, alt="")
    mine = Member.objects.get(pk=mentee.pk).photo
    long_ago = (timezone.now() - timedelta(days=2)).timestamp()
    for name in (old, mine):
        for size in photos.SIDES:
            os.utime(settings.MEDIA_ROOT / "photos" / f"{name}-{size}.jpg", (long_ago, long_ago))

    assert remove_unused_photos(timezone.now()) == 2
    assert names() == {young, mine}
