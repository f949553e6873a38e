"""Thirty pictures nobody should trust (trust P32), made here so that nothing evil lies in the repository."""

import io
import struct
import zlib

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

HERE = "Sligo, the kitchen"


def plain(kind="JPEG", size=(300, 200), mode="RGB", **options):
    """An honest picture."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(out, kind, **options)
    return out.getvalue()


def with_place(kind="JPEG"):
    """A photo that knows where it was taken, and with which camera."""
    exif = Image.Exif()
    exif[Base.Make] = exif[Base.ImageDescription] = HERE
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (54.0, 16.0, 11.0)
    return plain(kind, exif=exif.tobytes())


def turned():
    """Lies on its side, as phones store them: exif says to turn it."""
    exif = Image.Exif()
    exif[Base.Orientation] = 6
    return plain("JPEG", exif=exif.tobytes())


def _chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width, height, data=b"", extra=b""):
    """A PNG that says it is this big, whatever it holds."""
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + extra + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def bomb(side=20_000):
    """Small on the wire, gigabytes when unpacked."""
    return png(side, side, zlib.compress(bytes(2_000_000), 9))


def text_bomb():
    """A comment that unpacks to a hundred megabytes."""
    note = b"Comment\x00\x00" + zlib.compress(bytes(100_000_000), 9)
    return png(8, 8, zlib.compress(bytes(8 * 25)), _chunk(b"zTXt", note))


JPEG, PNG, WEBP = plain("JPEG"), plain("PNG"), plain("WEBP")
JPEG_10 = plain("JPEG", size=(10, 10), mode="RGB")
JPEG_10_PROGRESSIVE = plain("JPEG", size=(10, 10), mode="RGB", progressive=True)
TEN_BY_TEN = b"\x00\x0a\x00\x0a\x03"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

REFUSED = {
    "empty": b"",
    "one byte": b"\xff",
    "text": b"hello, I am a photo",
    "html": b"<html><script>alert(1)</script></html>",
    "svg": SVG,
    "svg with a head of xml": b'<?xml version="1.0"?>' + SVG,
    "gif": plain("GIF", mode="P"),
    "gif with html": b"GIF89a/*<script>*/=1;" + bytes(50),
    "bmp": plain("BMP"),
    "tiff": plain("TIFF"),
    "ico": plain("ICO", size=(64, 64)),
    "pdf": b"%PDF-1.7\n" + bytes(200),
    "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "zip": b"PK\x03\x04" + bytes(200),
    "bomb": bomb(),
    "bomb of 40,000 pixels a side": bomb(40_000),
    "one pixel high and wide as the sea": png(2_000_000_000, 1, b""),
    "no pixels at all": png(0, 0),
    "bomb in a comment": text_bomb(),
    "jpeg of 72 million pixels": JPEG_10.replace(TEN_BY_TEN, struct.pack(">HHB", 8000, 9000, 3)),
    "jpeg of 30 million pixels, progressive": JPEG_10_PROGRESSIVE.replace(
        TEN_BY_TEN, struct.pack(">HHB", 5000, 6000, 3)
    ),
    "png of 30 million pixels": png(5000, 6000, zlib.compress(bytes(6000 * 15001))),
    "jpeg 60,000 pixels wide and too low to be reduced": JPEG_10.replace(
        TEN_BY_TEN, struct.pack(">HHB", 1000, 60000, 3)
    ),
    "half a png": PNG[: len(PNG) // 2],
    "half a webp": WEBP[: len(WEBP) // 2],
    "head of a jpeg": JPEG[:200],
    "larger than 25 megabytes": JPEG + bytes(25 * 1024 * 1024),
}
REDRAWN = {
    "jpeg with a place": with_place("JPEG"),
    "webp with a place": with_place("WEBP"),
    "png with a place": with_place("PNG"),
    "jpeg with a script at its end": JPEG + b"<script>alert(1)</script>",
    "jpeg that is also a zip": JPEG + b"PK\x03\x04" + bytes(100),
    "png with a script in a comment": PNG[:33]
    + _chunk(b"tEXt", b"Comment\x00<script>alert(1)</script>")
    + PNG[33:],
    "gray": plain("JPEG", mode="L"),
    "four colours of ink": plain("JPEG", mode="CMYK"),
    "half transparent": plain("PNG", mode="RGBA"),
    "palette": plain("PNG", mode="P"),
    "one bit": plain("PNG", mode="1"),
    "one pixel": plain("PNG", size=(1, 1)),
    "very wide": plain("PNG", size=(4000, 3)),
}
