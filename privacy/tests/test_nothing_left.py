"""P5 to the letter: of a leaver's keys, name and address nothing is left, in no file and in no dump."""

import contextlib
import json
import os
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

import factories
from directory.models import Listing, SearchWord
from mail.outgoing import outbox
from privacy import account_closure, jobs, retention
from testing import remains
from testing.private_texts import write_all

sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="the files of SQLite")
dumped = pytest.mark.skipif(
    connection.vendor == "postgresql" and not remains.DUMP,
    reason="pg_dump is missing: apt-get install postgresql-client",
)


def left(tmp_path, *how):
    """({when: what the files held}, what the dumps held, {file: size} at the end) of a process of its own."""
    (tmp_path / "static").mkdir()
    env = {
        "PATH": os.environ["PATH"],
        "VAR": str(tmp_path),
        "SECRET_KEY": "x" * 60,
        "DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "mentoring.settings",
        "MENTORING_PROCESS": "member",
    }
    command = [sys.executable, "-m", "testing.leaving", str(tmp_path / "seized"), *how]
    done = subprocess.run(command, env=env, cwd=settings.BASE_DIR, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    known = json.loads(done.stdout.splitlines()[-1])
    dumps = known.pop("dumps")
    known = {name: list(map(bytes.fromhex, forms)) for name, forms in known.items()}
    return {when: _held(tmp_path, when, known) for when in ("before", "closed", "later")}, dumps


def _held(tmp_path, when, known):
    files = list((tmp_path / "seized" / when).iterdir())
    assert {file.suffix for file in files} >= {".sqlite3", ".sqlite3-wal", ".sqlite3-shm"}
    return remains.found(known, *(file.read_bytes() for file in files))


@sqlite
def test_no_file_of_sqlite_holds_a_key_once_the_account_is_closed_nor_the_name_a_month_later(tmp_path):
    """P5: the database, its log and its free pages, taken away while the site runs; and two kinds of dump."""
    held, dumps = left(tmp_path)

    assert len(remains.keys_in(held["before"])) >= 3
    assert held["before"] > remains.keys_in(held["before"])
    assert remains.keys_in(held["closed"]) == set()
    assert held["later"] == set()
    assert dumps == []


@sqlite
def test_without_the_wiping_the_log_would_hold_them(tmp_path):
    """The test above can fail."""
    held, _dumps = left(tmp_path, "unwiped")

    assert remains.keys_in(held["closed"])
    assert held["later"]


@sqlite
def test_what_a_reader_kept_from_being_wiped_is_wiped_an_hour_later(committed, settings, tmp_path):
    """P5: whoever is in the middle of reading neither stops a closing nor keeps the key for good."""
    settings.ERASURE_LIST = str(tmp_path / "erasures.jsonl")
    mentor = factories.mentor().member
    write_all(mentor, factories.member())
    keys = remains.keys_in(known := remains.of(mentor))
    name = str(connection.settings_dict["NAME"])
    with contextlib.closing(sqlite3.connect(name, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM mentorships_datakey").fetchall()
        account_closure.request_closure(mentor, leave_words=False)
        assert account_closure.finish_due_closures(timezone.now() + timedelta(days=15)) == 1
        assert jobs.clean_sqlite() == 1
        assert keys & remains.found(known, Path(f"{name}-wal").read_bytes())

    assert jobs.clean_sqlite() == 0
    assert not keys & remains.found(known, *(Path(name + end).read_bytes() for end in ("", "-wal")))


@dumped
def test_no_dump_holds_a_key_once_the_account_is_closed_nor_the_name_a_month_later(
    committed, settings, tmp_path
):
    """P5: by `pg_dump` or SQLite's own, and by `dumpdata`; every table, the outbox too."""
    settings.ERASURE_LIST = str(tmp_path / "erasures.jsonl")
    mentor = factories.mentor(name="Zebulonia Quarkington", email="z.q@quark.example").member
    write_all(mentor, factories.member(name="Amina Otieno"))
    known = remains.of(mentor)
    assert remains.found(known, remains.dumps()[0]) == known.keys()
    account_closure.request_closure(mentor, leave_words=False)
    account_closure.finish_due_closures(timezone.now() + timedelta(days=15))
    assert not remains.keys_in(remains.found(known, *remains.dumps()))

    outbox.drain()
    retention.apply_retention(timezone.now() + timedelta(days=31))
    assert remains.found(known, *remains.dumps()) == set()


def test_the_list_and_the_help_with_spelling_forget_a_leaver(settings, tmp_path, mentor):
    """P5: what others still say stays."""
    settings.ERASURE_LIST = str(tmp_path / "erasures.jsonl")
    factories.mentor(name="Rosalind Otherwise")
    words = SearchWord.objects.values_list("word", flat=True)
    assert {"rosalind", "achterberg", "otherwise"} <= set(words)
    account_closure.request_closure(mentor, leave_words=False)
    account_closure.finish_due_closures(timezone.now() + timedelta(days=15))

    assert Listing.objects.get(mentor__member=mentor).name == "Former\u00a0member"
    assert "achterberg" not in words.all()
    assert {"rosalind", "otherwise"} <= set(words.all())
