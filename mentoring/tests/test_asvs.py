"""docs/asvs.md has a row for every requirement of levels 1 and 2 of OWASP ASVS 5.0.0, and its numbers are right (P34)."""

import re
from collections import Counter

import pytest
from django.conf import settings

ROOT = settings.BASE_DIR
TEXT = (ROOT / "docs" / "asvs.md").read_text()
# Sections of the standard, and of each the last number of level 1 and the last of levels 1 and 2. Numbers of level 3
# stand behind those, but in 1.2 and 1.3, where they are last, too: level 1 always comes first.
SECTIONS = """
1.1 0 2 · 1.2 5 9 · 1.3 2 11 · 1.4 0 3 · 1.5 1 2
2.1 1 3 · 2.2 2 3 · 2.3 1 4 · 2.4 0 1
3.2 2 2 · 3.3 1 4 · 3.4 2 6 · 3.5 3 5 · 3.7 0 2
4.1 1 3 · 4.2 0 1 · 4.3 0 2 · 4.4 1 4
5.1 0 1 · 5.2 2 3 · 5.3 2 2 · 5.4 0 3
6.1 1 3 · 6.2 8 12 · 6.3 2 4 · 6.4 2 4 · 6.5 0 5 · 6.6 0 3 · 6.8 0 4
7.1 0 3 · 7.2 4 4 · 7.3 0 2 · 7.4 2 5 · 7.5 0 2 · 7.6 0 2
8.1 1 2 · 8.2 2 3 · 8.3 1 1 · 8.4 0 1
9.1 3 3 · 9.2 1 4
10.1 0 2 · 10.2 0 2 · 10.3 0 4 · 10.4 5 11 · 10.5 0 5 · 10.6 0 2 · 10.7 0 3
11.1 0 2 · 11.2 0 3 · 11.3 2 3 · 11.4 1 4 · 11.5 0 1 · 11.6 0 1
12.1 1 3 · 12.2 2 2 · 12.3 0 4
13.1 0 1 · 13.2 0 5 · 13.3 0 2 · 13.4 1 5
14.1 0 2 · 14.2 1 4 · 14.3 1 3
15.1 1 3 · 15.2 1 3 · 15.3 1 7
16.1 0 1 · 16.2 0 5 · 16.3 0 4 · 16.4 0 3 · 16.5 0 3
17.1 0 1 · 17.2 0 4 · 17.3 0 2
"""
STATES = ("tested", "built", "n/a", "open")
ROW = re.compile(
    r"^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([12]) \| \*\*([a-z/]+)\*\*([^|]*) \|([^|]*)\|$", re.MULTILINE
)
ROWS = ROW.findall(TEXT)
PATH = re.compile(r"`([\w./-]+\.(?:py|md|html|js|txt)|README\.md)`")


def requirements():
    """{id: level} of the standard."""
    found = {}
    for section, first_level, both in re.findall(r"(\d+\.\d+) (\d+) (\d+)", SECTIONS):
        for number in range(1, int(both) + 1):
            found[f"{section}.{number}"] = 1 if number <= int(first_level) else 2
    return found


def files_of(cell):
    """The paths in a cell."""
    return PATH.findall(cell)


def test_the_list_is_as_long_as_the_standard_says():
    """70 of level 1 and 183 of level 2."""
    assert Counter(requirements().values()) == {1: 70, 2: 183}


def test_each_requirement_stands_there_once_with_its_level():
    assert Counter(row[0] for row in ROWS).most_common(1)[0][1] == 1
    assert {row[0]: int(row[2]) for row in ROWS} == requirements()
    assert len(re.findall(r"^\| \d+\.\d+\.\d+ ", TEXT, re.MULTILINE)) == len(ROWS)


def test_every_file_that_is_named_is_there():
    named = set(files_of(TEXT))

    assert len(named) > 100
    assert {name for name in named if not (ROOT / name).is_file()} == set()


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_row_has_what_its_state_asks_for(row):
    _id, _asks, _level, state, how, shown = row
    files = files_of(shown)

    assert state in STATES
    if state == "tested":
        assert any("/tests/test_" in name for name in files)
    elif state == "built":
        assert how.strip() and files
    else:
        assert how.strip()


def test_the_numbers_at_the_top_are_those_of_the_rows():
    top = dict(re.findall(r"^\| \*\*([a-z/]+)\*\* \|.*\| (\d+) \|$", TEXT, re.MULTILINE))
    counts = Counter(row[3] for row in ROWS)

    assert {state: int(number) for state, number in top.items()} == {state: counts[state] for state in STATES}
    assert f"| {len(ROWS)} |" in TEXT


def test_what_is_open_is_listed_at_the_top():
    listed = TEXT.partition("## What is open")[2].partition("\n## ")[0]
    of_level_1 = sum(row[2] == "1" for row in ROWS if row[3] == "open")

    assert set(re.findall(r"\d+\.\d+\.\d+", listed)) == {row[0] for row in ROWS if row[3] == "open"}
    assert f"{WORDS[of_level_1]} of them of level 1" in listed


WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
