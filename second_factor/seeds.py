"""What codes are made from, sealed with a purpose of its own on the ring that member and staff process hold.

The worker has no ring, and the database no key: in a copy of it no code can be worked out. A seal is bound to the
table, not to the member, since django-allauth seals a text without saying whose it is.
"""

from base64 import b64decode, b64encode

from mentoring.lib.vault import CannotOpen, cipher, load_ring

RING, PURPOSE = "CASE_KEYRING", b"second-factor"
PLACE = cipher.Binding("mfa_authenticator", "data", "second-factor", "seed", 0, 0, 0)


def seal_seed(text):
    """A seed (str) as base64 (str), under the current key of the ring. KeyRingError in a process without it."""
    ring = load_ring(RING)
    key = ring.wrapping_key(ring.current, PURPOSE)
    return b64encode(cipher.seal_bytes(text.encode(), key=key, number=ring.current, place=PLACE)).decode()


def open_seed(sealed):
    """The seed again. CannotOpen if anything is not as it was sealed: nothing is ever read as a seed in clear."""
    try:
        blob = b64decode(sealed, validate=True)
    except ValueError:
        raise CannotOpen from None
    number, ring = cipher.number_of(blob), load_ring(RING)
    if number not in ring:
        raise CannotOpen
    return cipher.open_bytes(blob, key=ring.wrapping_key(number, PURPOSE), place=PLACE).decode()


def key_number(sealed):
    """The number of the root key that a seed is sealed under. CannotOpen for what is no seal."""
    try:
        return cipher.number_of(b64decode(sealed, validate=True))
    except ValueError:
        raise CannotOpen from None
