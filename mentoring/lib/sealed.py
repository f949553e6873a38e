"""What lies in the database for a while and opens something: sealed under a key that is in no database.

Sessions hold sign-in codes, the outbox holds links that set a password. Whoever has a copy of the database, or a
login that may read the column, opens neither. Texts of members have keys of their own (`mentoring.lib.vault`).
"""

import os
from base64 import b64decode, b64encode
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE_BYTES = 12


class CannotOpen(Exception):
    """A text that was not sealed with this secret, or not for this place. Carries no part of it."""


def seal(text, *, secret, purpose, place):
    """A text (str) as base64 (str), which opens only with the same secret, purpose and place (all str)."""
    nonce = os.urandom(NONCE_BYTES)
    sealed = AESGCM(_key(secret, purpose)).encrypt(nonce, text.encode(), place.encode())
    return b64encode(nonce + sealed).decode()


def unseal(sealed, *, secret, purpose, place):
    """The text again. CannotOpen if anything is not as it was sealed."""
    try:
        raw = b64decode(sealed, validate=True)
        opened = AESGCM(_key(secret, purpose)).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], place.encode())
    except (InvalidTag, ValueError):
        raise CannotOpen from None
    return opened.decode()


@lru_cache(maxsize=8)
def _key(secret, purpose):
    return HKDF(SHA256(), 32, salt=None, info=purpose.encode()).derive(secret.encode())
