"""A provider that answers with a redirect is not followed: what we send is for the address in the operator's file."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import requests

from sso.adapter import SocialAccountAdapter
from testing.http_servers import running


class Elsewhere(BaseHTTPRequestHandler):
    """`/` leads to `/other`; the server remembers what it was asked for."""

    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_response(302 if self.path == "/" else 200)
        self.send_header("Location", "/other")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        """Nothing on the console."""


@pytest.fixture
def server():
    with running(ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)) as elsewhere:
        elsewhere.asked = []
        yield elsewhere


def ask(session, server):
    with session:
        return session.get(f"http://127.0.0.1:{server.server_port}/")


def test_a_redirect_is_an_error_and_is_not_followed(server):
    """ASVS 15.3.2. A RequestException: the page for a sign-in that does not answer."""
    with pytest.raises(requests.TooManyRedirects):
        ask(SocialAccountAdapter().get_requests_session(), server)

    assert server.asked == ["/"]


def test_by_itself_it_would_be_followed(server):
    """The test above can fail."""
    ask(requests.Session(), server)

    assert server.asked == ["/", "/other"]
