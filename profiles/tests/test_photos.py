"""Product 10, trust P32: every picture that can be read is drawn right, and every other one refused in words."""

import random
import struct

import pytest
from PIL import Image

from profiles import photos
from profiles.tests.pictures import BLACK, RED, drawn, half_and_half, near, redraw
from testing import pictures


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


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_a_turned_picture_with_odd_metadata_is_put_upright(odd, kind):
    """Fault F5."""
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
    """Fault F5."""
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
