"""A wrapped key opens for its author and scope alone (P4, P9)."""

import pytest

from mentoring.lib.tests.ring_keys import KEYS
from mentoring.lib.vault import cipher, envelope, keyring
from mentoring.lib.vault.cipher import CannotOpen


def test_wrapping_keys_differ_by_number_and_purpose(file):
    """The wrapping key follows from root key, number and purpose."""
    found = keyring.read_ring(file(f"1 {KEYS[0]}\n2 {KEYS[0]}\n"))
    keys = {found.wrapping_key(n, purpose) for n in (1, 2) for purpose in (b"a", b"b")}

    assert len(keys) == 4
    assert all(len(key) == 32 for key in keys)


def test_a_wrapped_key_opens_for_its_author_and_scope_alone():
    """P2: a data key moved to another row refuses."""
    wrapped = envelope.wrap(b"d" * 32, scope="pair-1", author=1)

    assert envelope.unwrap(wrapped, scope="pair-1", author=1) == b"d" * 32
    for scope, author in (("pair-2", 1), ("pair-1", 2), ("pair-1", 11), ("pair-", 11)):
        with pytest.raises(CannotOpen):
            envelope.unwrap(wrapped, scope=scope, author=author)


def test_a_wrapped_key_of_a_root_key_that_is_gone_does_not_open(file, settings):
    """P4, P7: an unknown number."""
    settings.CONFIDENTIAL_KEYRING = file(f"1 {KEYS[1]}\n2 {KEYS[2]}\n")
    wrapped = envelope.wrap(b"d" * 32, scope="pair-1", author=1)
    assert cipher.number_of(wrapped) == 2
    settings.CONFIDENTIAL_KEYRING = file(f"1 {KEYS[1]}\n3 {KEYS[2]}\n")

    with pytest.raises(CannotOpen):
        envelope.unwrap(wrapped, scope="pair-1", author=1)


@pytest.mark.parametrize("bit", range(0, 8 * 63, 7))
def test_a_damaged_wrapped_key_does_not_open(bit):
    """P4."""
    blob = bytearray(envelope.wrap(b"d" * 32, scope="pair-1", author=1))
    blob[bit // 8] ^= 1 << bit % 8

    with pytest.raises(CannotOpen):
        envelope.unwrap(bytes(blob), scope="pair-1", author=1)
