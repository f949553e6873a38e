"""Product 10, trust P32: every picture that can be read is drawn right, and every other one refused in words."""

import io
import random
import struct

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from profiles import photos
from testing import pictures

WHITE, RED, BLACK = (255, 255, 255), (255, 0, 0), (0, 0, 0)


def redraw(content):
    return photos.redraw(SimpleUploadedFile("me.jpg", content, "image/jpeg"))


def drawn(image, kind="PNG", **options):
    """What is shown of it."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return Image.open(io.BytesIO(redraw(out.getvalue())["page"]))


def near(got, wanted):
    return all(abs(a - b) <= 12 for a, b in zip(got, wanted, strict=True))


def exif(*entries, order="<"):
    """EXIF of (tag, type, count, four bytes of value or a text) as they come; texts lie behind the table."""
    head, behind = struct.pack(order + "H", len(entries)), b""
    for tag, kind, count, value in entries:
        if len(value) > 4:
            place = 8 + 2 + 12 * len(entries) + 4 + len(behind)
            value, behind = struct.pack(order + "I", place), behind + value
        head += struct.pack(order + "HHI", tag, kind, count) + value.ljust(4, b"\0")
    mark = b"II*\0" if order == "<" else b"MM\0*"
    return b"Exif\0\0" + mark + struct.pack(order + "I", 8) + head + bytes(4) + behind


TURNED = (0x112, 3, 1, b"\x06\0")
ODD = {
    "a resolution in words": (0x11A, 2, 8, b"72 dpi\0\0"),
    "a negative byte": (0x8825, 6, 1, b"\xff"),
    "a number of eight bytes": (0x11B, 16, 1, bytes(8)),
    "a folder that is a word": (0x8769, 2, 4, b"here"),
    "a fraction over nothing": (0x11A, 5, 1, bytes(8)),
    "an unknown type": (0x131, 99, 1, b"\1"),
    "more than there is": (0x131, 2, 99999, b"far too"),
}


def half_and_half():
    """Red on the left, black on the right."""
    image = Image.new("RGB", (600, 400), RED)
    image.paste(BLACK, (300, 0, 600, 400))
    return image


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_a_turned_picture_with_odd_metadata_is_put_upright(odd, kind):
    shown = drawn(half_and_half(), kind, exif=exif(TURNED, odd))

    assert near(shown.getpixel((240, 60)), RED)
    assert near(shown.getpixel((240, 420)), BLACK)


@pytest.mark.parametrize(
    "noted",
    [
        (0x112, 4, 1, b"\x06\0\0\0"),
        (0x112, 3, 2, b"\x06\0\x06\0"),
        (0x112, 2, 2, b"6\0"),
        (0x112, 1, 1, b"\x06"),
    ],
    ids=["long", "twice", "in words", "byte"],
)
def test_an_orientation_that_is_written_oddly_is_understood(noted):
    assert near(drawn(half_and_half(), "JPEG", exif=exif(noted)).getpixel((240, 420)), BLACK)


@pytest.mark.parametrize("noted", [(0x112, 3, 1, b"\x63\0"), (0x112, 2, 4, b"left"), (0x112, 3, 0, b"")])
def test_an_orientation_that_means_nothing_leaves_the_picture_as_it_is(noted):
    assert near(drawn(half_and_half(), "JPEG", exif=exif(noted)).getpixel((420, 240)), BLACK)


@pytest.mark.parametrize("number", range(1, 9))
def test_each_of_the_eight_orientations_is_undone(number):
    upright = Image.linear_gradient("L").resize((300, 300)).convert("RGB")
    upright.paste(RED, (0, 0, 150, 150))
    undo = {6: 8, 8: 6}.get(number, number)
    stored = photos._turned(upright, undo)

    shown = drawn(stored, "JPEG", exif=exif((0x112, 3, 1, bytes([number, 0]))))

    assert near(shown.getpixel((60, 60)), RED)
    assert near(shown.getpixel((420, 420)), drawn(upright).getpixel((420, 420)))


def ring(mode, ink, clear):
    """A drawing on a ground that lets through."""
    image = Image.new(mode, (100, 100), clear)
    if mode == "P":
        image.putpalette((0, 0, 0, 9, 9, 9))
    image.paste(ink, (25, 25, 75, 75))
    return image


CLEAR = {
    "RGBA": (ring("RGBA", (0, 0, 0, 255), (0, 0, 0, 0)), {}),
    "LA": (ring("LA", (0, 255), (0, 0)), {}),
    "P": (ring("P", 0, 1), {"transparency": 1}),
    "P with an alpha for each colour": (ring("P", 0, 1), {"transparency": b"\xff\x00"}),
    "L": (ring("L", 0, 7), {"transparency": 7}),
    "1": (ring("1", 0, 1), {"transparency": 1}),
    "RGB": (ring("RGB", (0, 0, 0), (9, 9, 9)), {"transparency": (9, 9, 9)}),
    "I;16": (ring("I;16", 0, 700), {"transparency": 700}),
}


@pytest.mark.parametrize("name", CLEAR)
def test_what_lets_through_is_white_and_a_black_drawing_stays_black(name):
    image, options = CLEAR[name]
    shown = drawn(image, **options)

    assert near(shown.getpixel((10, 10)), WHITE)
    assert near(shown.getpixel((240, 240)), BLACK)


def test_half_transparent_is_half_white():
    assert near(drawn(Image.new("RGBA", (1200, 1200), (255, 0, 0, 128))).getpixel((9, 9)), (255, 127, 127))


@pytest.mark.parametrize(("value", "shown"), [(0, 0), (256, 1), (32768, 128), (65535, 255)])
def test_sixteen_bits_of_gray_keep_their_shade(value, shown):
    assert near(drawn(Image.new("I;16", (50, 50), value)).getpixel((9, 9)), (shown,) * 3)


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpeg_of_each_mode_keeps_its_colour(mode):
    image = Image.new("RGB", (50, 50), (200, 200, 200)).convert(mode)

    assert near(drawn(image, "JPEG").getpixel((9, 9)), (200, 200, 200))


@pytest.mark.parametrize("size", [(5712, 4284), (4284, 5712), (8160, 6120), (8688, 5792)])
def test_the_pictures_that_phones_make_are_taken(size):
    assert drawn(Image.new("RGB", size, RED), "JPEG", quality=50).size == (480, 480)


def test_two_pictures_in_one_file_show_the_first():
    """As phones store a photo with its brightness map."""
    shown = drawn(half_and_half(), "MPO", save_all=True, append_images=[Image.new("RGB", (30, 20))])

    assert near(shown.getpixel((60, 240)), RED)


def seeds():
    """Pictures of each kind and mode, with metadata that reaches deep."""
    deep = exif(TURNED, *ODD.values())
    for kind, modes in (
        ("JPEG", ("RGB", "L", "CMYK")),
        ("PNG", ("RGBA", "P", "I;16")),
        ("WEBP", ("RGB", "RGBA")),
    ):
        for mode in modes:
            yield pictures.plain(kind, size=(40, 30), mode=mode, exif=deep)


@pytest.mark.parametrize("number", range(20))
def test_no_file_whatever_raises_anything_else(number):
    chance = random.Random(number)
    for seed in seeds():
        for _ in range(8):
            bad = bytearray(seed[: chance.choice([len(seed), len(seed), chance.randrange(1, len(seed))])])
            for _ in range(chance.randrange(1, 12)):
                bad[chance.randrange(chance.choice([min(len(bad), 300), len(bad)]))] = chance.randrange(256)
            try:
                assert set(redraw(bytes(bad))) == set(photos.SIDES)
            except photos.NotAPhoto as refusal:
                assert str(refusal)
