"""A line of the log says when, in UTC, and no message begins another line (ASVS 16.2.2, 16.4.1)."""

import json
import logging
import re
import sys

import pytest
from django.conf import settings
from django.db import IntegrityError, ProgrammingError
from django.utils.module_loading import import_string

from mentoring.lib.request_numbers import RequestNumber

ADDRESS, LINE = "ada@test.example", "\nLINE 1: ... 'dear Ada'"
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"


@pytest.fixture
def written():
    """`written(message)`: the line as the settings have it; `way="json"` for the other way."""

    def format_one(message, *args, exc_info=None, created=0.5, way="line"):
        how = settings.LOGGING["formatters"][way]
        formatter = import_string(how["()"])(how.get("format"))
        record = logging.LogRecord("mentoring.test", logging.INFO, "", 0, message, args, exc_info)
        record.created, record.msecs = created, created % 1 * 1000
        RequestNumber().filter(record)
        return formatter.format(record)

    return format_one


def test_a_line_has_its_moment_level_and_place(written):
    assert written("Sent %d.", 3) == "1970-01-01T00:00:00.500Z INFO mentoring.test - Sent 3."


@pytest.mark.parametrize("end", ["\n", "\r\n", "\x0b", "\x85", "\u2028", "\x1b[2K", "\x00"])
def test_a_message_is_one_line_whatever_it_holds(end, written):
    line = written("Not Found: %s", f"/x{end}2026-01-01 INFO mentoring.test All is well.")

    assert len(line.splitlines()) == 1
    assert end not in line


def test_a_traceback_stands_below_it(written):
    try:
        raise ValueError
    except ValueError:
        lines = written("It broke.", exc_info=sys.exc_info()).splitlines()

    assert re.fullmatch(f"{MOMENT} INFO mentoring.test - It broke.", lines[0])
    assert lines[1].startswith("Traceback") and lines[-1] == "ValueError"


def test_as_json_it_is_one_object_a_line(written):
    line = written("Not Found: %s", "/x\n2026", way="json")

    assert len(line.splitlines()) == 1
    assert json.loads(line) == {
        "at": "1970-01-01T00:00:00.500Z",
        "level": "INFO",
        "logger": "mentoring.test",
        "request": "-",
        "message": "Not Found: /x\n2026",
    }


@pytest.mark.parametrize("way", ["line", "json"])
def test_a_traceback_says_where_and_nothing_that_was_typed(way, written):
    """P33: of an error that says what it says with somebody's words, the type alone."""
    try:
        try:
            raise IntegrityError(f"Key (email)=({ADDRESS}) already exists.")
        except IntegrityError:
            raise ProgrammingError(f"permission denied for table letters{LINE}") from None
    except ProgrammingError:
        line = written("It broke.", exc_info=sys.exc_info(), way=way)
    try:
        try:
            raise IntegrityError(f"Key (email)=({ADDRESS}) already exists.")
        except IntegrityError as error:
            raise ValueError(ADDRESS) from error
    except ValueError:
        chained = written("It broke.", exc_info=sys.exc_info(), way=way)

    assert "ada" not in (line + chained).replace("ADDRESS", "").lower()
    assert "permission denied for table letters" in line
    assert chained.index("IntegrityError") < chained.index("ValueError")
    assert "test_log_lines.py" in line and "test_log_lines.py" in chained
