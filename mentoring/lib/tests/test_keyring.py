"""The key ring is a private file of 256-bit keys, or the process has none (P9)."""

import base64
import os
import stat

import pytest

from mentoring.lib.tests.ring_keys import KEYS
from mentoring.lib.vault import KeyRingError, envelope, keyring, load_ring

SHORT = base64.b64encode(bytes(range(31))).decode()
DULL = base64.b64encode(b"\x00" * 32).decode()
ODD = {
    "empty": "",
    "only a comment": "# nothing here\n\n",
    "too short": f"1 {SHORT}\n",
    "all the same byte": f"1 {DULL}\n",
    "not base64": "1 not/base64!\n",
    "no number": f"{KEYS[0]}\n",
    "number zero": f"0 {KEYS[0]}\n",
    "negative number": f"-1 {KEYS[0]}\n",
    "number too high": f"65536 {KEYS[0]}\n",
    "number twice": f"1 {KEYS[0]}\n1 {KEYS[1]}\n",
    "no key": "1\n",
    "not ascii": f"1 {KEYS[0]} é\n",
    "only a prepared key": f"+1 {KEYS[0]}\n",
    "prepared twice over": f"1 {KEYS[0]}\n++2 {KEYS[1]}\n",
    "prepared, of a number that is there": f"1 {KEYS[0]}\n+1 {KEYS[1]}\n",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_an_odd_ring_is_refused_in_one_line_without_a_key(text, file):
    """P9: fails closed, and the message holds no key."""
    with pytest.raises(KeyRingError) as trouble:
        keyring.read_ring(file(text))

    assert len(str(trouble.value).splitlines()) == 1
    assert not any(key in str(trouble.value) for key in (*KEYS, SHORT, DULL))


def test_a_missing_ring_is_refused(tmp_path):
    """P9."""
    with pytest.raises(KeyRingError, match="is missing"):
        keyring.read_ring(tmp_path / "nothing")


def test_a_folder_is_no_ring(tmp_path):
    """P9."""
    tmp_path.chmod(0o700)

    with pytest.raises(KeyRingError, match="cannot be read"):
        keyring.read_ring(tmp_path)


@pytest.mark.parametrize("mode", (0o644, 0o640, 0o604, 0o660, 0o620, 0o601))
def test_a_ring_that_others_may_touch_is_refused(mode, file):
    """P9."""
    path = file(f"1 {KEYS[0]}\n")
    path.chmod(mode)

    with pytest.raises(KeyRingError, match="open to other users"):
        keyring.read_ring(path)


NOBODYS = 7_654_321  # the number of a group that nobody is in, and of a user without a name


@pytest.fixture
def given_away(file):
    """`given_away(mode, group, owner)`: a sound ring of somebody's."""
    if os.getuid():
        pytest.skip("only root gives files away")

    def make(mode, group=NOBODYS, owner=0):
        path = file(f"1 {KEYS[0]}\n")
        os.chown(path, owner, group)
        path.chmod(mode)
        return path

    return make


@pytest.mark.parametrize("owner", (0, 1))
@pytest.mark.parametrize("mode", (0o640, 0o440, 0o600))
def test_two_processes_may_share_a_ring_by_a_group_of_its_own(mode, owner, given_away):
    """P9: member and staff process are different users, and both open cases."""
    assert keyring.read_ring(given_away(mode, owner=owner)).current == 1


@pytest.mark.parametrize(
    ("mode", "group", "owner"),
    (
        *((mode, NOBODYS, 0) for mode in (0o660, 0o650, 0o644)),
        *((0o640, group, owner) for group, owner in ((0, 0), (0, 1), (1, 1), (NOBODYS, NOBODYS))),
    ),
)
def test_a_shared_ring_is_written_by_nobody_else_and_not_open_by_mistake(mode, group, owner, given_away):
    """P9: a group that a file gets by itself is not one that somebody has chosen."""
    with pytest.raises(KeyRingError, match="open to other users"):
        keyring.read_ring(given_away(mode, group, owner))


def test_a_new_key_leaves_a_shared_ring_to_those_who_had_it(given_away):
    path = given_away(0o640)
    keyring.add_root_key(path)
    status = path.stat()

    assert (stat.S_IMODE(status.st_mode), status.st_uid, status.st_gid) == (0o640, 0, NOBODYS)
    assert keyring.read_ring(path).current == 2


def test_comments_and_space_are_fine_and_the_highest_number_seals(file):
    """A list of keys where the last encrypts and all may decrypt."""
    found = keyring.read_ring(file(f"# ours\n\n  2 {KEYS[2]}  \n10 {KEYS[3]}\n1   {KEYS[1]}\n# end"))

    assert found.current == 10
    assert [number in found for number in (1, 2, 3, 10)] == [True, True, False, True]


def test_a_new_ring_is_private_and_sound_and_never_replaced(tmp_path):
    """P9."""
    path = tmp_path / "new" / "ring"
    keyring.create_ring(path)
    was = path.read_bytes()

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert keyring.read_ring(path).current == 1
    with pytest.raises(FileExistsError):
        keyring.create_ring(path)
    assert path.read_bytes() == was


def test_a_process_without_a_ring_says_so(settings):
    """Only the member process has the ring of pairs."""
    settings.CONFIDENTIAL_KEYRING = ""

    with pytest.raises(KeyRingError, match="no key ring"):
        load_ring()


def test_new_keys_are_random():
    """Each key is made by chance."""
    assert len({envelope.new_key() for _ in range(200)} | {os.urandom(32)}) == 201


def test_a_prepared_key_opens_and_does_not_seal_until_it_is_its_turn(file):
    """P7, on several machines."""
    path = file(f"1 {KEYS[0]}\n")
    assert keyring.prepare_root_key(path) == keyring.prepare_root_key(path) == 2
    prepared = keyring.read_ring(path)
    assert (prepared.current, 2 in prepared) == (1, True)
    opens = prepared.wrapping_key(2, b"x")
    assert keyring.add_root_key(path) == 2
    ring = keyring.read_ring(path)
    assert (ring.current, ring.prepared, ring.wrapping_key(2, b"x")) == (2, frozenset(), opens)
    assert keyring.add_root_key(path) == 3


def test_a_prepared_key_can_be_taken_out_again(file):
    path = file(f"1 {KEYS[0]}\n")
    number = keyring.prepare_root_key(path)
    keyring.remove_root_key_from_file(path, number, lambda: None)
    assert 2 not in keyring.read_ring(path)
