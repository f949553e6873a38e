"""What outsiders found (docs/findings.md): each number has its row, each row a commit, and each test is there."""

import ast
import re

import pytest
from django.conf import settings

ROOT = settings.BASE_DIR
ROW = re.compile(r"^\| ([AF]\d{1,2}) \|(.*)\|\s*$", re.MULTILINE)
TEST = re.compile(r"`((?:[a-z_]+/)+test_[a-z_]+\.py)::(test_\w+)`")
COMMIT = re.compile(r"[0-9a-f]{7,40}(, [0-9a-f]{7,40})*")
NUMBERS = [f"{kind}{number}" for kind in "AF" for number in range(1, 19)]


def rows():
    """{number: its cells after the number}; AssertionError for a number that stands twice."""
    found = ROW.findall((ROOT / "docs" / "findings.md").read_text())
    assert len(found) == len(dict(found))
    return {number: [cell.strip() for cell in cells.split("|")] for number, cells in found}


def missing(named):
    """Of these (path, name), the tests that are not there."""
    return [f"{path}::{name}" for path, name in named if name not in _tests_of(path)]


def _tests_of(path):
    file = ROOT / path
    tree = ast.parse(file.read_text()) if file.exists() else ast.Module([], [])
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_number_has_its_row():
    assert list(rows()) == NUMBERS


@pytest.mark.parametrize("number", NUMBERS)
def test_a_row_has_a_test_that_is_there_and_a_commit(number):
    was, mended_by, shown_by, commit = rows()[number]
    named = TEST.findall(shown_by)

    assert was and mended_by
    assert named and missing(named) == []
    assert COMMIT.fullmatch(commit)


def test_a_test_that_is_gone_is_seen():
    """The test above can fail."""
    named = TEST.findall(
        "`mail/tests/test_flood.py::test_gone`, `mail/tests/test_gone.py::test_x`, `mail/tests/test_flood.py::test_others_are_not_held_back`"
    )

    assert missing(named) == ["mail/tests/test_flood.py::test_gone", "mail/tests/test_gone.py::test_x"]
