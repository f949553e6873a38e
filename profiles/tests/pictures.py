"""Pictures of one or two colours, as they are drawn anew."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from profiles import photos

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


def half_and_half():
    """Red on the left, black on the right."""
    image = Image.new("RGB", (600, 400), RED)
    image.paste(BLACK, (300, 0, 600, 400))
    return image
