"""How a line of the log is written."""

import json
import logging
import time
import traceback

from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, ProgrammingError

CONTROLS = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))} | {
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}
# Their first line names tables, columns, modules and attributes. Of all others the type alone is written: "Key
# (email)=(ada@…) already exists" is what PostgreSQL says of a unique address (P33).
TELLING = (
    AttributeError,
    ImportError,
    ImproperlyConfigured,
    NameError,
    OperationalError,
    ProgrammingError,
    TypeError,
)


class LineFormatter(logging.Formatter):
    """The moment in UTC, and a message that cannot begin a line of its own, whatever it holds (ASVS 16.2.2, 16.4.1)."""

    converter = time.gmtime
    default_time_format, default_msec_format = "%Y-%m-%dT%H:%M:%S", "%s.%03dZ"

    def formatMessage(self, record):  # noqa: N802 the name is logging's
        """Without a traceback, which logging adds below it."""
        record.message = record.message.translate(CONTROLS)
        return super().formatMessage(record)

    def formatException(self, ei):  # noqa: N802 the name is logging's
        """Where it broke, and what kind of error it was."""
        return trace_of(ei[1])


class JsonFormatter(logging.Formatter):
    """The same as one JSON object a line, for programs that gather logs. No control character is left in JSON."""

    converter = LineFormatter.converter
    default_time_format, default_msec_format = (
        LineFormatter.default_time_format,
        LineFormatter.default_msec_format,
    )

    def format(self, record):
        """Its keys: at, level, logger, request, message; `trace` where there is a traceback."""
        line = {
            "at": self.formatTime(record),
            "level": record.levelname,
            "logger": record.name,
            "request": record.request_number,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["trace"] = trace_of(record.exc_info[1])
        return json.dumps(line)


def trace_of(error):
    """A traceback, with those of the errors that led to it above, and nothing that somebody typed."""
    if error is None:
        return ""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    kind = type(error).__name__
    if isinstance(error, TELLING):
        kind = f"{kind}: {str(error).partition(chr(10))[0]}"
    frames = "".join(traceback.format_tb(error.__traceback__))
    trace = f"Traceback (most recent call last):\n{frames}{kind}"
    return f"{trace_of(before)}\n\n{trace}" if before else trace
