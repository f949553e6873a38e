"""Data keys: random, one for each author in each place, kept only wrapped under a root key.

A random key can be shredded by deleting its row; a derived one could be derived again for ever.
"""

import os
from typing import NamedTuple

from mentoring.lib.vault.cipher import Binding, CannotOpen, number_of, open_bytes, seal_bytes
from mentoring.lib.vault.keyring import KEY_BYTES, load_ring


class Wrapping(NamedTuple):
    """Which ring wraps a kind of key, and to what purpose."""

    ring: str  # the setting that names its file
    purpose: bytes


PAIRS = Wrapping("CONFIDENTIAL_KEYRING", b"data-key")
CASES = Wrapping("CASE_KEYRING", b"case-key")


def new_key():
    """Thirty-two random bytes."""
    return os.urandom(KEY_BYTES)


def wrap(key, *, scope, author, by=PAIRS):
    """The data key as it may be stored: sealed under the current root key, for this author here."""
    root = load_ring(by.ring)
    number = root.current
    return seal_bytes(
        key, key=root.wrapping_key(number, by.purpose), number=number, place=_place(scope, author)
    )


def unwrap(wrapped, *, scope, author, by=PAIRS):
    """The data key again. CannotOpen if its root key is unknown or anything does not fit."""
    number = number_of(wrapped)
    root = load_ring(by.ring)
    if number not in root:
        raise CannotOpen
    wrapping = root.wrapping_key(number, by.purpose)
    return open_bytes(wrapped, key=wrapping, place=_place(scope, author))


def _place(scope, author):
    return Binding("datakey", "wrapped", str(scope), str(scope), author, author, author)
