"""The search: a word in bytes, however it was wrapped on its way there.

A word is two runs of letters with an awkward middle, so that every wrapping changes it somewhere
and no page holds it by chance. Either run alone counts as found: half a word is a leak too.
"""

import base64
import gzip
import html
import io
import json
import quopri
import re
import secrets
import zipfile
import zlib
from contextlib import suppress
from functools import lru_cache
from urllib.parse import quote, quote_plus

LETTERS = "bcdfghjklmnpqrstvwxz"  # no vowels: nothing anybody would write
MIDDLE = "'é&"
RUN = 12
DEEPEST = 3
MOST_UNPACKED = 20_000_000
PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08|PK\x03\x04")
# A line end inside a word, as mail and base64 put it there.
WRAPPED = re.compile(rb"=?\r?\n[ \t]?")
BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{32,}={0,2}")
UNREADABLE = (zipfile.BadZipFile, OSError, ValueError, RuntimeError, zlib.error, EOFError)
MOST_DECODED = 4_000_000


def letters(count=RUN):
    """So many letters, at random."""
    return "".join(secrets.choice(LETTERS) for _ in range(count))


def word():
    """A new word, at random."""
    return MIDDLE.join((letters(), letters()))


def found(data, words):
    """The names of the words ({name: word}) that the bytes hold, in whatever wrapping."""
    names = set()
    for layer in layers(data):
        low = layer.lower()
        names |= {name for name, each in words.items() if any(sign in low for sign in signs(each))}
    return names


@lru_cache(maxsize=500)
def signs(text):
    """All that a word looks like, in small letters: plain, escaped, quoted, in base64, hex, UTF-16."""
    halves = text.split(MIDDLE) if MIDDLE in text else []
    look = set()
    for each in (text, *halves):
        look |= {one for one in _written(each) if len(one) >= 8}
    return tuple(sorted(one.lower() for one in look))


def _written(text):
    plain = text.encode()
    yield from (
        plain,
        html.escape(text).encode(),
        quote(text).encode(),
        quote_plus(text).encode(),
        json.dumps(text)[1:-1].encode(),
        quopri.encodestring(plain),
        repr(plain)[2:-1].encode(),
    )
    for data in (plain, text.encode("utf-16-le"), text.encode("utf-16-be")):
        yield from (data, data.hex().encode())
        for start in range(3):  # the three ways to stand among base64's groups of three
            packed = base64.b64encode(b"\x00" * start + data)
            inner = packed[-(-start * 8 // 6) : len(packed) - 4]
            yield from (inner, inner.replace(b"+", b"-").replace(b"/", b"_"))


def layers(data, depth=0):
    """The bytes; without line ends; and all that is packed or coded in them, layer by layer."""
    yield data
    if WRAPPED.search(data):
        yield WRAPPED.sub(b"", data)
    if depth < DEEPEST:
        for inner in (*_unpacked(data), *_decoded(data)):
            yield from layers(inner, depth + 1)


def _unpacked(data):
    for match in PACKED.finditer(data):
        if match[0] == b"PK\x03\x04":
            yield from _zipped(data[match.start() :])
            continue
        with suppress(zlib.error, EOFError, OSError):
            opened = zlib.decompressobj(47).decompress(data[match.start() :], MOST_UNPACKED)
            if len(opened) > RUN:
                yield opened


def _zipped(data):
    with suppress(*UNREADABLE), zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            with suppress(*UNREADABLE):
                yield name.encode() + b"\n" + archive.read(name)[:MOST_UNPACKED]


def _decoded(data):
    """What stands in base64 and is packed beneath it, as Django packs its sessions."""
    if len(data) > MOST_DECODED:
        return
    for match in BASE64.finditer(data):
        text = match[0].rstrip(b"=").replace(b"-", b"+").replace(b"_", b"/")
        for cut in (text, text[1:]):  # a session begins with a dot or a sign of its own
            with suppress(ValueError):
                opened = base64.b64decode(cut + b"=" * (-len(cut) % 4))
                if PACKED.match(opened):
                    yield opened


def wrappings(text):
    """{name: bytes} of one word in every wrapping: for the tests of this module."""
    plain = text.encode()
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("letter.txt", plain * 3)
    return {
        "plain": plain,
        "capitals": text.upper().encode(),
        "html": html.escape(text).encode(),
        "url": quote(text).encode(),
        "form": quote_plus(text).encode(),
        "json": json.dumps(text).encode(),
        "hex": plain.hex().encode(),
        "HEX": plain.hex().upper().encode(),
        "utf-16-le": text.encode("utf-16-le"),
        "utf-16-be": text.encode("utf-16-be"),
        "utf-16 hex": text.encode("utf-16-le").hex().encode(),
        **{f"base64 at {n}": base64.b64encode(b"abc"[:n] + plain + b" etc") for n in range(3)},
        "base64 url": base64.urlsafe_b64encode(b"?>" + plain + b"?>?>"),
        "base64 in lines": base64.encodebytes(b"words before it " * 3 + plain + b"and after"),
        "quoted-printable": quopri.encodestring(b"x" * 70 + plain),
        "gzip": gzip.compress(plain * 2),
        "zlib": b"head" + zlib.compress(plain * 2),
        "zip": b"head" + box.getvalue(),
        "gzip in gzip": gzip.compress(gzip.compress(plain * 2)),
        "session": b"." + base64.urlsafe_b64encode(zlib.compress(plain * 3)).rstrip(b"=") + b":1x:sig",
    }
