"""What a run needs and what is there."""

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from scripts.run_tests import CHROMIUM, POSTGRES, REDIS, answers  # noqa: E402

__all__ = ["CHROMIUM", "POSTGRES", "REDIS", "ROOT", "files_in"]

DUMP = shutil.which("pg_dump") or next(
    map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_dump"), reverse=True)), ""
)
NEEDED = {
    "PostgreSQL": (POSTGRES, "apt-get install postgresql (or set TEST_DATABASE_URL)"),
    "Redis": (REDIS, "apt-get install redis-server (or set TEST_REDIS_URL)"),
}


def files_in(folder, pattern="*"):
    """(path, bytes) of every file below a folder.

    One that goes away meanwhile, as a message does when it is taken, is not there any more.
    """
    for path in sorted(folder.rglob(pattern)):
        try:
            found = path.read_bytes() if path.is_file() and not path.is_symlink() else None
        except FileNotFoundError:
            continue
        if found is not None:
            yield path, found


def missing_services():
    """Lines about what must be there and is not: without it nothing is walked."""
    return [f"{name}: {brings}" for name, (url, brings) in NEEDED.items() if not answers(url)]


def missing_extras():
    """Lines about what makes single ways less thorough where it is absent."""
    if not CHROMIUM:
        yield "way 27 looked at headers only: no Chromium (apt-get install chromium, or set CHROMIUM)"
    if not DUMP:
        yield "ways 14 and 15 used COPY in place of pg_dump (apt-get install postgresql-client)"
    if not server_log():
        yield "way 18: PostgreSQL's own log is out of reach from here (POSTGRES_LOG names it)"


def server_log():
    """The file PostgreSQL writes its log to, or None."""
    named = os.environ.get("POSTGRES_LOG")
    found = [Path(named)] if named else list(Path("/var/log/postgresql").glob("*.log"))
    readable = [path for path in found if path.is_file() and os.access(path, os.R_OK)]
    return max(readable, key=lambda path: path.stat().st_mtime, default=None)
