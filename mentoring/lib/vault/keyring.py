"""The root keys: a private file with one line a key, `number base64`, the highest number in use.

A line that begins with `+` is a key that opens and does not seal yet: it goes to all machines before one seals with it.
"""

import base64
import binascii
import fcntl
import os
import pwd
import stat
import tempfile
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

KEY_BYTES = 32
HIGHEST_NUMBER = 65535
PREPARED = "+"  # before the number
# The settings that name the rings each process has to have (docs/confidentiality.md).
RINGS_OF_PROCESS = {"member": ("CONFIDENTIAL_KEYRING", "CASE_KEYRING"), "staff": ("CASE_KEYRING",)}


class KeyRingError(Exception):
    """The key ring cannot be used. The message says why, in one line, and holds no key."""


class KeyRing:
    """Root keys by number. The highest number seals, but for `prepared` ones; every number opens."""

    def __init__(self, keys, prepared=()):
        self._keys, self.prepared = dict(keys), frozenset(prepared)
        if not self._keys.keys() - self.prepared:
            raise KeyRingError("The key ring holds no key.")
        self.current = max(self._keys.keys() - self.prepared)

    def __contains__(self, number):
        return number in self._keys

    def wrapping_key(self, number, purpose):
        """The 32 bytes that wrap data keys for `purpose` (bytes). KeyError for an unknown number."""
        info = b"mentoring/" + number.to_bytes(2, "big") + b"/" + purpose
        return HKDF(SHA256(), KEY_BYTES, salt=None, info=info).derive(self._keys[number])


def read_ring(path):
    """The key ring in a file. KeyRingError if it is missing, open to others, short or odd."""
    path = Path(path)
    try:
        status = path.stat()
        lines = path.read_text(encoding="ascii").splitlines()
    except FileNotFoundError:
        raise KeyRingError(f"The key ring {path} is missing.") from None
    except (OSError, UnicodeDecodeError):
        raise KeyRingError(f"The key ring {path} cannot be read.") from None
    if _is_open_to_others(status):
        raise KeyRingError(
            f"The key ring {path} is open to other users: chmod 600 it; "
            "or chgrp it to a group of its own, and chmod 640."
        )
    wanted = [line for line in map(str.strip, lines) if line and not line.startswith("#")]
    keys = _pairs([line.removeprefix(PREPARED) for line in wanted], path)
    return KeyRing(keys, {int(line.partition(" ")[0]) for line in wanted if line.startswith(PREPARED)})


def _is_open_to_others(status):
    """Its owner has it alone; or a group reads it, and does no more, that somebody has given it on purpose."""
    mode = stat.S_IMODE(status.st_mode)
    allowed = stat.S_IRWXU | (0 if status.st_gid in _usual_groups(status.st_uid) else stat.S_IRGRP)
    return bool(mode & ~allowed)


def _usual_groups(owner):
    """Those that a file gets by itself: root's, the owner's, this process's."""
    try:
        return {0, os.getegid(), pwd.getpwuid(owner).pw_gid}
    except KeyError:  # a user without a name: its group is not known
        return {0, os.getegid(), owner}


def _pairs(lines, path):
    keys = {}
    for line in lines:
        number, _, word = line.partition(" ")
        if not number.isdigit() or not 0 < int(number) <= HIGHEST_NUMBER or int(number) in keys:
            raise KeyRingError(f"The key ring {path} has a line without a number of its own.")
        try:
            key = base64.b64decode(word.strip(), validate=True)
        except binascii.Error:
            key = b""
        if len(key) != KEY_BYTES or len(set(key)) < 8:
            raise KeyRingError(f"Key {number} of the key ring {path} is not 32 random bytes.")
        keys[int(number)] = key
    return keys


def create_ring(path):
    """Make a ring with one new key, for its owner alone, as is a folder made for it. FileExistsError if there."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write("# Root keys of the confidential texts. Keep a copy apart from the database.\n")
        file.write(f"{_new_line(1)}\n")


def add_root_key(path):
    """Let the prepared key of a ring's file seal from now on, or else one more random key. Returns its number."""
    with _alone(path):
        ring, lines = read_ring(path), _lines(path)
        if ring.prepared:
            _rewrite(path, [line.removeprefix(PREPARED) for line in lines])
            return max(ring.prepared)
        number = ring.current + 1
        _rewrite(path, [*lines, _new_line(number)])
    return number


def prepare_root_key(path):
    """Put one more random key into a ring's file that opens and does not seal yet, unless there is one. Its number."""
    with _alone(path):
        ring = read_ring(path)
        if ring.prepared:
            return max(ring.prepared)
        number = ring.current + 1
        _rewrite(path, [*_lines(path), PREPARED + _new_line(number)])
    return number


def _new_line(number):
    return f"{number} {base64.b64encode(os.urandom(KEY_BYTES)).decode()}"


def remove_root_key_from_file(path, number, check):
    """Take a key out of a ring's file, unless `check` raises once nobody else can change the file."""
    with _alone(path):
        check()
        kept = [line for line in _lines(path) if line.removeprefix(PREPARED).split(" ")[0] != str(number)]
        _rewrite(path, kept)


@contextmanager
def _alone(path):
    """One change of a ring at a time, whichever process it comes from."""
    with open(f"{path}.lock", "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _lines(path):
    return Path(path).read_text(encoding="ascii").splitlines()


def _rewrite(path, lines):
    """Whole, or not at all: a process that reads at this moment gets the old file or the new one."""
    was = os.stat(path)
    handle, new = tempfile.mkstemp(dir=Path(path).parent)  # private from the first byte on
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.writelines(f"{line}\n" for line in lines)
        file.flush()
        os.fsync(file.fileno())
        os.fchown(file.fileno(), was.st_uid, was.st_gid)
        os.fchmod(file.fileno(), stat.S_IMODE(was.st_mode))
    os.replace(new, path)


def load_ring(setting="CONFIDENTIAL_KEYRING"):
    """The key ring a setting names, as its file stands now: rotation needs no restart.

    KeyRingError in a process that is not given one.
    """
    path = getattr(settings, setting)
    if not path:
        raise KeyRingError("This process has no key ring.")
    try:
        seen = os.stat(path)
    except OSError:
        return read_ring(path)
    return _read(path, seen.st_mtime_ns, seen.st_ino, seen.st_size, seen.st_mode)


@lru_cache(maxsize=4)
def _read(path, *_seen):
    return read_ring(path)
