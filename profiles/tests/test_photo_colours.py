"""Product 10: a picture keeps its colours, whatever its mode."""

import pytest
from PIL import Image

from profiles.tests.pictures import BLACK, RED, WHITE, drawn, half_and_half, near


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
    """Fault F15."""
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
    """Fault F11."""
    assert drawn(Image.new("RGB", size, RED), "JPEG", quality=50).size == (480, 480)


def test_two_pictures_in_one_file_show_the_first():
    """As phones store a photo with its brightness map."""
    shown = drawn(half_and_half(), "MPO", save_all=True, append_images=[Image.new("RGB", (30, 20))])

    assert near(shown.getpixel((60, 240)), RED)
