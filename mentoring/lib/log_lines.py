"""How a line of the log is written."""

import logging
import time

CONTROLS = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))} | {
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


class LineFormatter(logging.Formatter):
    """The moment in UTC, and a message that cannot begin a line of its own, whatever it holds (ASVS 16.2.2, 16.4.1)."""

    converter = time.gmtime
    default_time_format, default_msec_format = "%Y-%m-%dT%H:%M:%S", "%s.%03dZ"

    def formatMessage(self, record):  # noqa: N802 the name is logging's
        """Without a traceback, which logging adds below it."""
        record.message = record.message.translate(CONTROLS)
        return super().formatMessage(record)
