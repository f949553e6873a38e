"""Photos, made safe: checked by size before decoding, redrawn as JPEG, stored under a random name."""

import io
import uuid

from django.conf import settings
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 24_000_000
SIDES = {"card": 128, "page": 480}


class NotAPhoto(Exception):
    """A file that will not be shown, and why, in words for the member."""


def redraw(file):
    """{size name: JPEG bytes} of an uploaded file: square, upright, with no metadata."""
    if file.size > MOST_BYTES:
        raise NotAPhoto(_("This file is larger than 10 MB."))
    try:
        with Image.open(file, formats=FORMATS) as image:  # reads the header, not the picture
            return _versions(image)
    except NotAPhoto:
        raise
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
        raise NotAPhoto(_("This is not a JPEG, PNG or WebP picture that can be read.")) from None


def _versions(image):
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise NotAPhoto(_("This picture has more than 24 million pixels. A smaller copy will do."))
    image.draft("RGB", (1024, 1024))
    upright = ImageOps.exif_transpose(image).convert("RGB")
    return {name: _square(upright, side) for name, side in SIDES.items()}


def _square(image, side):
    square = ImageOps.fit(image, (side, side), method=Image.Resampling.LANCZOS)
    out = io.BytesIO()
    # A new image: nothing that came with the file goes out with it.
    Image.frombytes("RGB", square.size, square.tobytes()).save(out, "JPEG", quality=82)
    return out.getvalue()


def path(name, size):
    """Where a version of a photo lies."""
    return settings.MEDIA_ROOT / "photos" / f"{name}-{size}.jpg"


def store(versions):
    """Write the versions under a new random name. Returns the name."""
    name = uuid.uuid4().hex
    path(name, "card").parent.mkdir(parents=True, exist_ok=True)
    for size, content in versions.items():
        path(name, size).write_bytes(content)
    return name


def remove_photo(name):
    """Delete the versions of a photo."""
    for size in SIDES:
        path(name, size).unlink(missing_ok=True)
