"""A number for each request: in its log lines, in its answer, and on the page that says something went wrong."""

import logging
import re
import secrets
from contextvars import ContextVar

from django.conf import settings

HEADER = "X-Request-ID"
GIVEN = re.compile(r"[A-Za-z0-9-]{8,64}")
_number = ContextVar("request number", default="-")


def number_requests(get_response):
    """Middleware. Behind a proxy of ours the proxy's number is kept, so that its log and ours can be read together."""

    def middleware(request):
        given = request.headers.get(HEADER, "") if settings.TRUSTED_PROXIES else ""
        request.number = given if GIVEN.fullmatch(given) else secrets.token_hex(6)
        token = _number.set(request.number)
        try:
            response = get_response(request)
        finally:
            _number.reset(token)
        response.headers[HEADER] = request.number
        return response

    return middleware


def current_number():
    """The number of the request that this thread answers; “-” outside of one."""
    return _number.get()


class RequestNumber(logging.Filter):
    """Gives each record the number of the request in which it was written; “-” outside of one."""

    def filter(self, record):
        """Nothing is left out. What Django says of an answer it says after all middleware, with the request at hand."""
        request = getattr(record, "request", None)
        record.request_number = getattr(request, "number", None) or _number.get()
        return True
