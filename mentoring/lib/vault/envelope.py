"""Data keys: random, one for each author in each place, kept only wrapped under a root key.

A random key can be shredded by deleting its row; a derived one could be derived again for ever.
"""

import os

from mentoring.lib.vault.cipher import CannotOpen, Place, number_of, open_bytes, seal_bytes
from mentoring.lib.vault.keyring import KEY_BYTES, ring

PURPOSE = b"data-key"


def new_key():
    """Thirty-two random bytes."""
    return os.urandom(KEY_BYTES)


def wrap(key, *, scope, author):
    """The data key as it may be stored: sealed under the current root key, for this author here."""
    number = ring().current
    return seal_bytes(
        key,
        key=ring().wrapping_key(number, PURPOSE),
        number=number,
        place=_place(scope, author),
    )


def unwrap(wrapped, *, scope, author):
    """The data key again. CannotOpen if its root key is unknown or anything does not fit."""
    number = number_of(wrapped)
    if number not in ring():
        raise CannotOpen
    wrapping = ring().wrapping_key(number, PURPOSE)
    return open_bytes(wrapped, key=wrapping, place=_place(scope, author))


def _place(scope, author):
    return Place("datakey", "wrapped", str(scope), str(scope), author, author, author)
