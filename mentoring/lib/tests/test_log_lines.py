"""A line of the log says when, in UTC, and no message begins another line (ASVS 16.2.2, 16.4.1)."""

import logging
import re
import sys

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"


@pytest.fixture
def written():
    """`written(message)`: the line as the settings have it."""
    how = settings.LOGGING["formatters"]["line"]
    formatter = import_string(how["()"])(how["format"])

    def format_one(message, *args, exc_info=None, created=0.5):
        record = logging.LogRecord("mentoring.test", logging.INFO, "", 0, message, args, exc_info)
        record.created, record.msecs = created, created % 1 * 1000
        return formatter.format(record)

    return format_one


def test_a_line_has_its_moment_level_and_place(written):
    assert written("Sent %d.", 3) == "1970-01-01T00:00:00.500Z INFO mentoring.test Sent 3."


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

    assert re.fullmatch(f"{MOMENT} INFO mentoring.test It broke.", lines[0])
    assert lines[1].startswith("Traceback") and lines[-1] == "ValueError"
