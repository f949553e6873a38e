"""Photos, made safe: checked by size before decoding, and redrawn as JPEG."""

import io

from django.utils.translation import gettext as _
from PIL import Image, ImageMath, ImageOps
from PIL.ExifTags import Base

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 25 * 1024 * 1024
MOST_PIXELS = 25_000_000  # decoded; 100 MB with transparency
MOST_PIXELS_REDUCED = 65_000_000  # of a JPEG that is decoded at a fraction of its size
SIDES = {"card": 128, "page": 480}
TRANSPOSE = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class NotAPhoto(Exception):
    """A file that will not be shown, and why, in words for the member."""


def redraw(file):
    """{size name: JPEG bytes} of an uploaded file: square, upright, with no metadata.

    NotAPhoto for whatever cannot be drawn. Nothing else is raised, whatever the bytes are.
    """
    if file.size > MOST_BYTES:
        raise NotAPhoto(_("Choose a smaller file. This one is larger than 25 MB."))
    try:
        with Image.open(file, formats=FORMATS) as image:  # reads the header, not the picture
            return _versions(image)
    except NotAPhoto:
        raise
    except Exception:  # Pillow raises what it likes at hostile bytes: TypeError, struct.error …
        raise NotAPhoto(_("Choose a JPEG, PNG or WebP picture. We cannot read this file.")) from None


def _versions(image):
    _check_size(image)
    image.load()
    upright = _turned(_on_white(image), _orientation(image))
    return {name: _square(upright, side) for name, side in SIDES.items()}


def _check_size(image):
    """NotAPhoto for too many pixels. A JPEG is set to be decoded smaller; a progressive one is unpacked whole."""
    whole = image.width * image.height
    image.draft(image.mode, (1024, 1024))
    reducible = not image.info.get("progressive")
    if image.width * image.height > MOST_PIXELS or whole > (
        MOST_PIXELS_REDUCED if reducible else MOST_PIXELS
    ):
        raise NotAPhoto(_("Choose a smaller copy. This picture has too many pixels."))


def _orientation(image):
    """The number from 1 to 8 that a camera noted, however oddly; 1 for none."""
    try:
        noted = image.getexif().get(Base.Orientation, 1)
        return int(noted[0] if isinstance(noted, (tuple, bytes)) else noted)
    except Exception:  # metadata can be broken in a picture that is not
        return 1


def _turned(image, orientation):
    """The pixels alone: to write EXIF again would fail at odd tags, and it is thrown away."""
    method = TRANSPOSE.get(orientation)
    return image if method is None else image.transpose(method)


def _on_white(image):
    """As RGB, with white where the picture lets through."""
    if image.mode.startswith("I"):
        image = _eight_bits(image)
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = _shrunk(image if image.mode == "RGBA" else image.convert("RGBA"))
    white = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(white, layer).convert("RGB")


def _shrunk(image):
    """About as large as needed: three more copies of 25 million pixels would take 300 MB."""
    return image.reduce(max(min(image.size) // (2 * SIDES["page"]), 1))


def _eight_bits(image):
    """Sixteen bits of gray as eight; `convert` would cut all above 255 to white."""
    wide, clear = image.convert("I"), image.info.get("transparency")
    gray = ImageMath.lambda_eval(lambda env: env["convert"](env["gray"] / 256, "L"), gray=wide)
    if clear is not None:
        seen = ImageMath.lambda_eval(lambda env: env["convert"]((env["gray"] != clear) * 255, "L"), gray=wide)
        gray.putalpha(seen)
    return gray


def _square(image, side):
    square = ImageOps.fit(image, (side, side), method=Image.Resampling.LANCZOS)
    out = io.BytesIO()
    # A new image: nothing that came with the file goes out with it.
    Image.frombytes("RGB", square.size, square.tobytes()).save(out, "JPEG", quality=82)
    return out.getvalue()
