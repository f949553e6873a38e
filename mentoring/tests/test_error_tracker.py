"""An error reaches the tracker with its place and its number, and without a word that somebody typed."""

import gzip
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from mentoring.lib.tests.processes import python
from testing.http_servers import running

WORDS = "dear-ada-private"
# A page that breaks while a local variable, the body, the address, a header and a cookie hold somebody's words.
BREAK = f"""
import django
django.setup()
import sentry_sdk
from django.test import Client

def broken(request, *args, **kwargs):
    letter = request.POST["letter"]
    raise ValueError(letter)

client = Client(raise_request_exception=False, SERVER_NAME="127.0.0.1", headers={{"referer": "http://testserver/?q={WORDS}"}})
client.cookies["note"] = "{WORDS}"
from django.urls import path
import mentoring.urls
mentoring.urls.urlpatterns.insert(0, path("broken/<str:name>/", broken, name="broken_page"))
answer = client.post("/broken/{WORDS}/?q={WORDS}", {{"letter": "{WORDS}"}})
print(answer.status_code, answer["X-Request-ID"])
sentry_sdk.flush(10)
"""


@pytest.fixture
def tracker():
    """(its DSN, the events it was given)."""
    events = []

    class Takes(BaseHTTPRequestHandler):
        def do_POST(self):  # noqa: N802 the name is the standard library's
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.headers.get("Content-Encoding") == "gzip":
                body = gzip.decompress(body)
            events.append(body.decode())
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args):
            pass

    with running(HTTPServer(("127.0.0.1", 0), Takes)) as server:
        assert threading.active_count() > 1
        yield f"http://key@127.0.0.1:{server.server_port}/1", events


def test_a_report_says_where_and_nothing_that_was_typed(tracker, tmp_path):
    """P33."""
    dsn, events = tracker
    done = python(BREAK, tmp_path, SENTRY_DSN=dsn, DEMO="1")
    status, number = done.stdout.split()
    reports = [
        json.loads(line) for envelope in events for line in envelope.splitlines() if '"exception"' in line
    ]

    assert status == "500", done.stderr
    assert len(reports) == 1
    assert reports[0]["tags"] == {"request_number": number}
    assert reports[0]["environment"] == "member"
    assert reports[0]["exception"]["values"][-1]["type"] == "ValueError"
    assert "broken" in str(reports[0]["exception"]["values"][-1]["stacktrace"])
    assert WORDS not in "".join(events)


def test_nothing_is_sent_unless_it_is_wanted(tracker, tmp_path):
    dsn, events = tracker
    assert python(BREAK, tmp_path, DEMO="1").stdout.startswith("500 ")
    assert events == []


def test_an_address_that_is_none_stops_the_start(tmp_path):
    done = python("from django.conf import settings; settings.DEBUG", tmp_path, SENTRY_DSN="not an address")
    assert done.returncode == 1
    assert done.stderr == "SENTRY_DSN: expected https://key@host/number\n"
