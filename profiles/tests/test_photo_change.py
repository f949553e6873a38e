"""Product 10, trust P32: a photo is drawn anew; nothing that came with it goes out again."""

import io
import random
import tracemalloc

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from directory.models import Listing
from profiles import photos
from profiles.models import Member
from testing import pictures
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def upload(content, name="me.jpg", kind="image/jpeg"):
    return SimpleUploadedFile(name, content, kind)


def put_up(client, content, **said):
    return client.post("/profile/photo/", {"photo": upload(content, **said), "alt": "Me, laughing"})


def files():
    folder = photos.path("x", "card").parent
    return sorted(folder.iterdir()) if folder.exists() else []


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


@pytest.mark.parametrize("name", pictures.REDRAWN)
def test_what_is_shown_is_drawn_anew_and_holds_nothing_else(name, as_, mentee):
    client = as_(mentee)
    assert put_up(client, pictures.REDRAWN[name]).status_code == 302

    row = Member.objects.get(pk=mentee.pk)
    for size, side in photos.SIDES.items():
        content = b"".join(client.get(f"/photos/{row.photo}-{size}.jpg"))
        assert content.startswith(b"\xff\xd8\xff") and content.endswith(b"\xff\xd9")
        for hidden in (b"script", b"PK\x03\x04", pictures.HERE.encode(), b"Exif"):
            assert hidden not in content
        with Image.open(io.BytesIO(content)) as image:
            image.load()
            assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (side, side))
            assert not image.getexif()
            assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_photo_that_lies_on_its_side_is_put_upright():
    upright = Image.open(io.BytesIO(photos.redraw(upload(pictures.plain()))["page"])).convert("L")
    turned = Image.open(io.BytesIO(photos.redraw(upload(pictures.turned()))["page"])).convert("L")

    def roughly(image):
        return [value // 64 for value in image.resize((8, 8)).tobytes()]

    assert roughly(turned) == roughly(upright.rotate(-90))


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


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.jpg", "a\x00.jpg", "x" * 300 + ".jpg", "me.svg", ".htaccess"]
)
def test_the_name_of_the_file_is_of_no_use(name, as_, mentee):
    assert put_up(as_(mentee), pictures.JPEG, name=name, kind="text/html").status_code in (200, 302)

    assert all(len(file.stem) in (37, 37) and file.suffix == ".jpg" for file in files())


def test_a_new_photo_takes_the_place_of_the_old_and_the_card_follows(
    as_, mentor, django_capture_on_commit_callbacks
):
    client = as_(mentor)
    put_up(client, pictures.JPEG)
    first = Member.objects.get(pk=mentor.pk).photo
    with django_capture_on_commit_callbacks(execute=True):
        put_up(client, pictures.PNG)

    row = Member.objects.get(pk=mentor.pk)
    assert row.photo != first
    assert (Listing.objects.get().photo, Listing.objects.get().photo_alt) == (row.photo, "Me, laughing")
    assert len(files()) == 2
    assert client.get(f"/photos/{first}-card.jpg").status_code == 404


def test_a_photo_taken_down_is_gone(as_, mentor, django_capture_on_commit_callbacks):
    client = as_(mentor)
    put_up(client, pictures.JPEG)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/profile/photo/", {"remove": "1"})
        client.post("/profile/photo/", {"remove": "1"})

    assert files() == []
    assert Listing.objects.get().photo == ""


def test_photos_are_for_members_alone(as_, client, mentor):
    put_up(as_(mentor), pictures.JPEG)
    name = Member.objects.get(pk=mentor.pk).photo
    client.logout()

    assert client.get(f"/photos/{name}-card.jpg").status_code == 302


@pytest.mark.parametrize(
    "path", ["0" * 32 + "-card.jpg", "..%2f..%2fsettings-card.jpg", "0" * 32 + "-huge.jpg"]
)
def test_a_photo_that_is_not_there_is_a_plain_404(path, as_, mentee):
    assert as_(mentee).get(f"/photos/{path}").status_code == 404


@pytest.mark.parametrize("alt", ["x" * 161, "a\x00b"])
def test_a_bad_description_is_refused_at_its_field(alt, as_, mentee):
    page = as_(mentee).post("/profile/photo/", {"photo": upload(pictures.JPEG), "alt": alt})

    assert 'href="#id_alt"' in page.content.decode()
    assert files() == []


def test_no_file_at_all_is_asked_for(as_, mentee):
    assert "error-summary" in as_(mentee).post("/profile/photo/", {}).content.decode()
    assert "Your photo" in main_text(as_(mentee).get("/profile/photo/"))
