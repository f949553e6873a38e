"""The sites as a browser finds them: not there, somebody else's, ours; and settings that cannot be meant."""

from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from mentoring.lib.registry.doctor import Level
from mentoring.lib.request_numbers import HEADER
from operations.doctor import sites
from testing.http_servers import running


@pytest.fixture
def site(settings):
    """`with site(**headers)`: both sites answer with them."""

    def serve(status=200, **headers):
        class Answers(BaseHTTPRequestHandler):
            def do_GET(self):  # noqa: N802 the name is the standard library's
                self.send_response_only(status)
                for name, value in headers.items():
                    self.send_header(name.replace("_", "-"), value)
                self.end_headers()

            def log_message(self, *args):
                pass

        server = HTTPServer(("127.0.0.1", 0), Answers)
        settings.SITE_URL = settings.STAFF_URL = f"http://127.0.0.1:{server.server_port}"
        return running(server)

    return serve


def found():
    """[(level, subject)] of all that is said."""
    return [(finding.level, finding.subject) for finding in sites.sites()]


def test_a_site_that_answers_is_well(site):
    with site(**{HEADER: "a1b2c3d4e5f6"}):
        assert found() == [(Level.OK, "SITE_URL"), (Level.OK, "STAFF_URL")]


def test_nobody_and_somebody_else_are_wrong(site, settings):
    with site():
        assert found() == [(Level.WRONG, "SITE_URL"), (Level.WRONG, "STAFF_URL")]
    with site(status=502, **{HEADER: "a1b2c3d4e5f6"}):
        assert found() == [(Level.WRONG, "SITE_URL"), (Level.WRONG, "STAFF_URL")]
    assert found() == [(Level.WRONG, "SITE_URL"), (Level.WRONG, "STAFF_URL")]  # nobody listens any more


def test_a_clock_that_is_wrong_is_said(site):
    with site(**{HEADER: "a1b2c3d4e5f6", "Date": "Mon, 30 Nov 2015 04:05:41 GMT"}):
        assert (Level.WRONG, "SITE_URL") in found()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"ALLOWED_HOSTS": ["elsewhere.example"]}, (Level.WRONG, "ALLOWED_HOSTS")),
        ({"HTTPS": True, "TRUSTED_PROXIES": 0}, (Level.WRONG, "TRUSTED_PROXIES")),
        ({"HTTPS": True, "TRUSTED_PROXIES": 1, "DEMO": True}, (Level.WRONG, "DEMO")),
        ({"DEBUG": True}, (Level.WRONG, "DEBUG")),
        (
            {
                "SITE_URL": "http://one.example",
                "STAFF_URL": "http://one.example",
                "ALLOWED_HOSTS": ["one.example"],
            },
            (Level.LOOK, "STAFF_URL"),
        ),
    ],
)
def test_settings_that_cannot_be_meant(given, said, settings, monkeypatch):
    monkeypatch.setattr(sites, "_site", lambda name, url: iter(()))
    assert found() == []
    for name, value in given.items():
        setattr(settings, name, value)
    assert said in found()
