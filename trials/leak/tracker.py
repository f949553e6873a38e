"""What watches the product from outside: a tracker of errors, and a lever that causes one."""

import json
import logging

from django.views.debug import get_exception_reporter_class

BREAK = "X-Leaktest-Break"


class Tracker(logging.FileHandler):
    """Keeps each error as trackers do: the traceback, with all the report gives of each frame."""

    def emit(self, record):
        """One error, one line. Errors that nobody's request caused have a traceback, too."""
        if record.exc_info:
            record = logging.makeLogRecord(record.__dict__ | {"msg": self._all(record), "args": ()})
            record.exc_info = record.exc_text = None
        super().emit(record)

    def _all(self, record):
        request = getattr(record, "request", None)
        report = get_exception_reporter_class(request)(request, *record.exc_info)
        return json.dumps([record.getMessage(), report.get_traceback_data()], default=repr)


def break_when_asked(get_response):
    """Breaks, on request, while the page that was made is in a local variable."""

    def middleware(request):
        response = get_response(request)
        if BREAK in request.headers:
            page = response.content.decode(errors="replace")
            raise RuntimeError(f"Broken on purpose after {len(page)} letters.")
        return response

    return middleware
