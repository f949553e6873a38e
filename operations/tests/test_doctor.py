"""`manage.py doctor`: a line for each thing, what to do, and 1 as soon as something is wrong."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from coordination.backups import report_backup
from mentoring.lib import jobs
from mentoring.lib.registry.doctor import DOCTOR, Level, look, ok, wrong
from operations.doctor.machine import machine

pytestmark = pytest.mark.django_db


def findings(subject):
    """[(level, sentence)] of the machine's lines on one subject."""
    return [(finding.level, finding.sentence) for finding in machine() if finding.subject == subject]


def doctor():
    """(its lines, whether it ended with 1)."""
    out = StringIO()
    try:
        call_command("doctor", stdout=out)
    except SystemExit as end:
        return out.getvalue().splitlines(), end.code == 1
    return out.getvalue().splitlines(), False


@pytest.fixture
def only(monkeypatch):
    """`only(*findings)`: nothing else is looked at."""

    def keep(*given):
        class One:
            name, order = "one", 0

            @staticmethod
            def call():
                for each in given:
                    if isinstance(each, Exception):
                        raise each
                    yield each

        DOCTOR.names()  # what the rooms declare is read first
        monkeypatch.setattr(DOCTOR, "_entries", {"one": One})

    return keep


def test_it_ends_well_unless_something_is_wrong(only):
    only(ok("disk", "There is room."), look("swap", "It is on."))
    assert doctor() == (
        ["ok     disk               There is room.", "look   swap               It is on."],
        False,
    )
    only(wrong("clock", "It is late."))
    assert doctor() == (["wrong  clock              It is late."], True)


def test_what_cannot_be_looked_at_says_so_and_no_more(only):
    only(ok("disk", "There is room."), ValueError("a password"))
    lines, ended = doctor()
    assert (lines[-1], ended) == ("wrong  one                Could not be looked at: ValueError.", True)


def test_rooms_say_what_they_look_at():
    assert {"machine", "sites", "mail servers", "mail records", "erasure list"} <= set(DOCTOR.names())


def test_a_worker_that_nobody_has_seen_is_wrong():
    (seen,) = findings("worker")
    jobs.start()
    (now,) = findings("worker")
    assert (seen[0], now[0]) == (Level.WRONG, Level.OK)


def test_backups_never_reported_lately_and_late():
    assert [level for level, _sentence in findings("backups")] == [Level.LOOK]
    report_backup(succeeded=True, place="", at=timezone.now())
    assert findings("backups") == []
    report_backup(succeeded=False, place="", at=timezone.now() + timedelta(seconds=1))
    assert [level for level, _sentence in findings("backups")] == [Level.WRONG]


def test_keys_are_named_by_fingerprints_that_tell_them_apart(settings):
    ((_level, before),) = findings("keys")
    settings.MAIL_KEY = "another" * 9
    ((_level, after),) = findings("keys")

    assert before != after
    assert settings.MAIL_KEY not in after and settings.SECRET_KEY not in after
    assert "CONFIDENTIAL_KEYRING " in after and "CASE_KEYRING " in after


def test_a_ring_that_is_missing_is_named(settings):
    settings.CASE_KEYRING = "/nowhere/ring"
    assert findings("CASE_KEYRING") == [(Level.WRONG, "The key ring /nowhere/ring is missing.")]
    assert findings("key ring")[0][0] == Level.WRONG
