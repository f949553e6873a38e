"""Product 10, trust P32: a photo is drawn anew; nothing that came with it goes out again."""

import io

import pytest
from PIL import Image

from directory.models import Listing
from profiles import photos
from profiles.models import Member
from profiles.tests.photo_form import files, put_up, upload
from testing import pictures

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.mark.parametrize("name", pictures.REDRAWN)
def test_what_is_shown_is_drawn_anew_and_holds_nothing_else(name, as_, mentee):
    client = as_(mentee)
    assert put_up(client, pictures.REDRAWN[name]).status_code == 302

    member = Member.objects.get(pk=mentee.pk)
    for size, side in photos.SIDES.items():
        content = b"".join(client.get(f"/photos/{member.photo}-{size}.jpg"))
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

    member = Member.objects.get(pk=mentor.pk)
    assert member.photo != first
    assert (Listing.objects.get().photo, Listing.objects.get().photo_alt) == (member.photo, "Me, laughing")
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
