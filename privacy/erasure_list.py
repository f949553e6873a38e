"""What was shredded, line by line in a file outside the database, to be played again after a restore.

A line is `{"at": …, "member": code, "leave_words": bool}` or `{"at": …, "scope": code}`: codes only.
A line is written once the rows are gone for good; `account_closure.erasures_missing` adds what a crash left out.
Several machines share the file, or keep one each: then a restore wants all of them, one behind the other.
"""

import fcntl
import json
import os
from pathlib import Path

from django.conf import settings
from django.utils import timezone


class ErasureListError(Exception):
    """The list cannot be written or read. Says which line, in words for the operator."""


def remember_member(member, *, leave_words):
    """A member's account was closed."""
    _add({"member": str(member.code), "leave_words": leave_words})


def remember_scope(code):
    """What was written in one place (a mentorship, a request, a case) was shredded for good."""
    _add({"scope": str(code)})


def entries():
    """Every line, oldest first."""
    path = Path(settings.ERASURE_LIST)
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_read(number, line) for number, line in enumerate(lines, 1) if line.strip()]


def codes():
    """The codes of all members and places on the list."""
    return {entry.get("member") or entry["scope"] for entry in entries()}


def _read(number, line):
    try:
        entry = json.loads(line)
        if not isinstance(entry, dict) or not entry.keys() & {"member", "scope"}:
            raise ValueError
    except ValueError:
        raise ErasureListError(f"Line {number} of {settings.ERASURE_LIST} cannot be read.") from None
    return entry


def _add(entry):
    path = Path(settings.ERASURE_LIST)
    path.parent.mkdir(parents=True, exist_ok=True)
    line = json.dumps({"at": timezone.now().isoformat(timespec="seconds"), **entry})
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # a folder of the network does not append by itself
        file.write(line + "\n")
        file.flush()
        os.fsync(file.fileno())
