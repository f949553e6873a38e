"""The account of a scenario can say no."""

from types import SimpleNamespace

import pytest

from trials.chaos.outcome import reckon
from trials.harness.smtp_sink import Taken

ALL = {"reader1@chaos.example", "reader2@chaos.example", "never3@chaos.example"}


def mail(who, *, at=10.0, number=b"<1>", digest=b"d"):
    return Taken(at, f"{who}@chaos.example", number, digest)


def system(*taken, killed=0, cut=0, refuses=False, waiting=0, dead=(), known=()):
    def ask(statement):
        if "count" in statement:
            return [(waiting,)]
        return [(f"{who}@chaos.example",) for who in (known if "undeliv" in statement else dead)]

    return SimpleNamespace(
        mails=3,
        expected=ALL,
        killed=killed,
        due=dict.fromkeys(ALL, 5.0),
        sink=SimpleNamespace(taken=list(taken), cut=cut, refuses=refuses),
        db=SimpleNamespace(ask=ask),
    )


EACH = (mail("reader1"), mail("reader2"), mail("never3"))
REFUSED = {"refuses": True, "dead": ["never3"], "known": ["never3"]}


def test_all_once_holds():
    assert reckon(system(*EACH), late_after=5).wrong == []


def test_what_is_refused_for_good_is_given_up_and_known():
    assert reckon(system(*EACH[:2], **REFUSED), late_after=5).wrong == []


def test_a_repeat_of_the_same_bytes_is_allowed_for_each_process_that_was_killed():
    assert reckon(system(*EACH, EACH[0], killed=1), late_after=5).wrong == []


@pytest.mark.parametrize(
    "found",
    [
        system(*EACH[:2]),
        system(*EACH, EACH[0]),
        system(*EACH, mail("reader1", digest=b"other"), killed=1),
        system(*EACH, mail("reader1", number=b"<2>"), killed=1),
        system(*EACH[:2], mail("never3", at=10.1)),
        system(*EACH, waiting=1),
        system(*EACH[:2], **REFUSED | {"dead": []}),
        system(*EACH[:2], **REFUSED | {"known": []}),
        system(*EACH[:2], **REFUSED | {"dead": ["never3", "reader1"]}),
    ],
    ids=[
        "lost",
        "twice",
        "other bytes",
        "other number",
        "late",
        "open",
        "not given up",
        "unknown",
        "too many given up",
    ],
)
def test_it_says_what_is_wrong(found):
    assert reckon(found, late_after=5).wrong
