"""deploy/mail-in: a mail is posted as it came, with the secret; what is not taken is kept by Postfix."""

import shutil
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from trials.deploy.units import DEPLOY

MAIL = b"From: a@b.test\r\nSubject: =?utf-8?q?=E2=9C=93?=\r\n\r\n@not-a-file\r\n\x00\xff\r\n"
KEPT = 75  # EX_TEMPFAIL
pytestmark = pytest.mark.skipif(not shutil.which("curl"), reason="no curl: scripts/run_tests.py says so")


@pytest.fixture
def site():
    """`site.answer`: the status that it gives; `site.seen`: what came."""

    class Door(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.server.seen.append(
                (self.path, self.headers["Authorization"], self.headers["Content-Type"], body)
            )
            self.send_response(self.server.answer)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Door)
    server.seen, server.answer = [], 200
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def bring(port, tmp_path):
    header = tmp_path / "header"
    header.write_text("Authorization: Bearer of-this-test\n")
    command = [DEPLOY / "mail-in", f"http://127.0.0.1:{port}/mail/in/", header]
    return subprocess.run(command, input=MAIL, capture_output=True)


def test_it_is_posted_as_it_came(site, tmp_path):
    done = bring(site.server_port, tmp_path)

    assert (done.returncode, done.stdout) == (0, b"")
    assert site.seen == [("/mail/in/", "Bearer of-this-test", "message/rfc822", MAIL)]
    assert b"of-this-test" not in b" ".join(str(part).encode() for part in done.args)


@pytest.mark.parametrize("status", (404, 413, 503))
def test_what_is_not_taken_is_brought_again(status, site, tmp_path):
    site.answer = status

    assert bring(site.server_port, tmp_path).returncode == KEPT


def test_a_site_that_is_away_is_asked_again(tmp_path):
    assert bring(1, tmp_path).returncode == KEPT
