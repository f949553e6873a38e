"""Files encrypted by age (https://age-encryption.org), written and read as streams: nothing lies on a disk in clear."""

import shutil
import subprocess
from contextlib import contextmanager

from operations.backup import BackupError


def program():
    """Where age is. BackupError if it is not installed."""
    found = shutil.which("age")
    if not found:
        raise BackupError("The program age is not here: apt-get install age.")
    return found


@contextmanager
def encrypting(path, recipients):
    """A stream to write into. Whatever is read from `path` later needs the key of one of the recipients."""
    to = [part for recipient in recipients for part in ("--recipient", recipient)]
    command = [program(), "--encrypt", *to, "--output", str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        trouble = None
        try:
            yield running.stdin
            running.stdin.close()
        except (BrokenPipeError, BackupError) as error:
            trouble = error
        complaint = running.stderr.read().decode(errors="replace")
    if running.returncode:  # then whoever wrote into it has failed for this reason
        raise BackupError(f"age: {_last_line(complaint)}")
    if trouble:
        raise trouble


@contextmanager
def decrypting(path, identity):
    """A stream to read from. BackupError for a wrong key, or a file that was changed."""
    command = [program(), "--decrypt", "--identity", str(identity), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        yield running.stdout
        running.stdout.read()
        complaint = running.stderr.read().decode(errors="replace")
    if running.returncode:
        raise BackupError(f"age: {_last_line(complaint)}")


def _last_line(complaint):
    """What helps: age ends with a line on where to report bugs of its own."""
    lines = [line.removeprefix("age: ") for line in complaint.splitlines() if "report unexpected" not in line]
    return lines[0] if lines else "it failed."
