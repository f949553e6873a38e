"""A sealed text tells no more than its length in blocks, and neither does its refusal (P2, P4)."""

import pytest

from mentoring.lib.tests.sealed_texts import KEY, PLACE, SEALED, TEXT
from mentoring.lib.vault import cipher
from mentoring.lib.vault.cipher import BLOCK, CannotOpen


@pytest.mark.parametrize("length", (0, 1, 10, 254, 255, 256, 257, 511, 5000))
def test_lengths_tell_no_more_than_a_block(length):
    """Padded to a multiple of 256 bytes."""
    blob = cipher.seal("x" * length, key=KEY, number=1, place=PLACE)
    padded = len(blob) - cipher.SHORTEST

    assert padded % BLOCK == 0
    assert padded == (length // BLOCK + 1) * BLOCK


def test_the_same_text_is_sealed_differently_each_time():
    """A random nonce."""
    blobs = {cipher.seal(TEXT, key=KEY, number=1, place=PLACE) for _ in range(500)}

    assert len({blob[3:15] for blob in blobs}) == 500


def test_a_refusal_carries_nothing_of_the_text():
    """P33."""
    with pytest.raises(CannotOpen) as refusal:
        cipher.open_sealed(SEALED[:-1] + b"\x00\x00", key=KEY, place=PLACE)

    assert refusal.value.args == ()
    assert refusal.value.__cause__ is None
    assert refusal.value.__suppress_context__
