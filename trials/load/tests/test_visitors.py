"""Visitors come when they are due, however slow the site is, and what goes wrong is counted."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from trials.load import visitors
from trials.load.journeys import READ, SHARES, WRITTEN, Step

WAIT = 0.2


class Slow(BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(WAIT)
        self.send_response(500 if self.path == "/broken" else 200)
        self.end_headers()

    def log_message(self, *args):
        """Nobody reads it."""


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Slow)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


@pytest.fixture
def path(monkeypatch):
    """What every visitor asks for."""
    asked = ["/"]
    monkeypatch.setattr(visitors, "step", lambda name, visitor, chance: Step(name, "GET", asked[0], {}))
    return asked


def test_a_slow_site_does_not_slow_its_visitors(site, path):
    began = time.perf_counter()
    answers = visitors.Visitors(site, [{}], rate=50).visit(1)

    assert time.perf_counter() - began < 1 + 5 * WAIT
    assert len(answers) == 50
    assert all(answer.ms >= WAIT * 1000 and not answer.wrong for answer in answers)


def test_what_went_wrong_is_said(site, path):
    path[0] = "/broken"
    (answer,) = visitors.Visitors(site, [{}], rate=1).visit(1)
    assert answer.wrong.endswith(": 500")


def test_a_site_that_is_away_is_no_answer(site, path):
    (answer,) = visitors.Visitors(1, [{}], rate=1).visit(1)
    assert answer.wrong.endswith(": ConnectionRefusedError")


def test_of_a_hundred_requests_each_is_known():
    assert sum(SHARES.values()) == 100
    assert set(SHARES) == {*READ, *WRITTEN}
