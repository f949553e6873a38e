"""Product 10, trust P32: what is no photo, or a broken one, is refused in words."""

import random
import tracemalloc

import pytest

from profiles import photos
from profiles.models import Member
from profiles.tests.photo_form import files, put_up, upload
from testing import pictures
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_there_are_thirty_bad_samples_and_more():
    assert len(pictures.REFUSED) + len(pictures.REDRAWN) >= 30


@pytest.mark.parametrize("name", pictures.REFUSED)
def test_what_is_no_photo_is_refused_in_words(name, as_, mentee):
    tracemalloc.start()
    page = put_up(as_(mentee), pictures.REFUSED[name])
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert page.status_code == 200
    assert 'href="#id_photo"' in page.content.decode()
    assert Member.objects.get(pk=mentee.pk).photo == ""
    assert files() == []
    assert most < 200 * 1024 * 1024


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_broken_picture_is_refused_or_redrawn_and_never_an_error(kind):
    chance = random.Random(kind)
    good = pictures.with_place(kind)
    for _ in range(120):
        bad = bytearray(good[: chance.choice([len(good), chance.randrange(1, len(good))])])
        for _ in range(chance.randrange(12)):
            bad[chance.randrange(min(len(bad), 400))] = chance.randrange(256)
        try:
            versions = photos.redraw(upload(bytes(bad)))
        except photos.NotAPhoto:
            continue
        assert set(versions) == set(photos.SIDES)


@pytest.mark.parametrize("alt", ["x" * 161, "a\x00b"])
def test_a_bad_description_is_refused_at_its_field(alt, as_, mentee):
    page = as_(mentee).post("/profile/photo/", {"photo": upload(pictures.JPEG), "alt": alt})

    assert 'href="#id_alt"' in page.content.decode()
    assert files() == []


def test_no_file_at_all_is_asked_for(as_, mentee):
    assert "error-summary" in as_(mentee).post("/profile/photo/", {}).content.decode()
    assert "Your photo" in main_text(as_(mentee).get("/profile/photo/"))
