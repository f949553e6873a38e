"""One text, sealed for one place: AES-256-GCM, padded, with its whole place as associated data.

A sealed text is: format (1 byte), key number (2 bytes), nonce (12 bytes), ciphertext with tag.
Format and key number are part of the associated data too, so nothing of the header can be changed.
"""

import os
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FORMAT = 1
BLOCK = 256
NONCE_BYTES = 12
HEADER_BYTES = 3
SHORTEST = HEADER_BYTES + NONCE_BYTES + 16


class CannotOpen(Exception):
    """A sealed text that does not open here. Carries no part of it."""


class CannotSeal(Exception):
    """The author's account was closed in the meantime: nothing more is kept of theirs."""


class Binding(NamedTuple):
    """Where a text belongs. Moved anywhere else, it does not open."""

    table: str
    column: str
    scope: str  # the code of the pair's mentorship or request
    row: str  # the code of the row itself
    author: int
    mentor: int
    mentee: int

    def as_bytes(self, header):
        """Every part with its length before it, so that no two places read alike."""
        parts = [header, *(str(part).encode() for part in self)]
        if not all(parts) or "None" in map(str, self):
            raise ValueError("A text can only be sealed for a complete place.")
        return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def as_blob(value):
    """What a database returned, as bytes. SQLite keeps anything anywhere: what is no blob opens nowhere."""
    return bytes(value) if isinstance(value, (bytes, bytearray, memoryview)) else b""


def number_of(blob):
    """The key number in the header. CannotOpen if this is no sealed text of a known format."""
    if len(blob) < SHORTEST or blob[0] != FORMAT:
        raise CannotOpen
    return int.from_bytes(blob[1:HEADER_BYTES], "big")


def seal(text, *, key, number, place):
    """The sealed bytes of a text (str) under a 32-byte key."""
    return seal_bytes(_pad(text.encode()), key=key, number=number, place=place)


def open_sealed(blob, *, key, place):
    """The text again. CannotOpen if anything about it or its place is not as it was sealed."""
    return _unpad(open_bytes(blob, key=key, place=place)).decode()


def seal_bytes(plain, *, key, number, place):
    """As `seal`, for bytes, without padding."""
    header = bytes([FORMAT]) + number.to_bytes(2, "big")
    nonce = os.urandom(NONCE_BYTES)
    return header + nonce + AESGCM(key).encrypt(nonce, plain, place.as_bytes(header))


def open_bytes(blob, *, key, place):
    """As `open_sealed`, for bytes, without padding."""
    number_of(blob)
    header, nonce = blob[:HEADER_BYTES], blob[HEADER_BYTES : HEADER_BYTES + NONCE_BYTES]
    try:
        return AESGCM(key).decrypt(nonce, blob[HEADER_BYTES + NONCE_BYTES :], place.as_bytes(header))
    except InvalidTag:
        raise CannotOpen from None


def _pad(plain):
    """To a multiple of BLOCK, so that a short answer and a longer one look alike."""
    plain += b"\x01"
    return plain + b"\x00" * (-len(plain) % BLOCK)


def _unpad(padded):
    plain = padded.rstrip(b"\x00")
    if not plain.endswith(b"\x01"):
        raise CannotOpen
    return plain[:-1]
