"""The whole programme, as `make run` starts it, in a folder of its own; and a real browser."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import sync_playwright

from trials.journeys.association import sign_ins

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PASSWORD = "reading-room-demo"
PATIENCE_SECONDS = 90
PHONE = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True}
CALENDAR_ADDRESS, MAIL_IN_SECRET = "meetings@demo.example", "only-for-journeys-" * 2


def free_ports():
    """Two neighbouring ports that nobody uses."""
    for port in range(18000, 19000, 2):
        with socket.socket() as one, socket.socket() as two:
            try:
                one.bind(("127.0.0.1", port))
                two.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port
    raise RuntimeError("No free ports.")


class Programme:
    """Where the running programme is, and what it has written."""

    def __init__(self, var, port, host="127.0.0.1"):
        self.var, self.member, self.staff = (var, f"http://{host}:{port}", f"http://{host}:{port + 1}")

    def mails(self):
        """The mail files, oldest first."""
        return sorted(self.var.glob("mail/*.eml"), key=lambda file: file.stat().st_mtime_ns)

    def wait_until(self, find, said):
        """What `find` finds in the mail files, as soon as the worker has brought it there."""
        until = time.monotonic() + PATIENCE_SECONDS
        while not (found := find(self.mails())):
            assert time.monotonic() < until, f"{said}, among {len(self.mails())} mails"
            time.sleep(0.3)
        return found


@pytest.fixture(scope="session")
def ports():
    """Where the member site of all journeys is; the staff site is the next."""
    return free_ports()


@pytest.fixture(scope="session")
def association(ports, tmp_path_factory):
    """The sign-ins of the association, each a server of its own, and the operator's file that names them."""
    with sign_ins(f"http://127.0.0.1:{ports}", tmp_path_factory.mktemp("sso")) as running:
        yield running


@pytest.fixture(scope="session")
def programme(tmp_path_factory, ports, association):
    """Started once for all journeys, ended like with Ctrl-C."""
    file = str(association.file)
    with started(tmp_path_factory.mktemp("var"), port=ports, SSO_PROVIDERS=file) as running:
        yield running


@contextmanager
def started(var, *, host="127.0.0.1", port=None, **settings):
    """A programme with some settings of its own. Passkeys need the host `localhost`: browsers give none to a number."""
    port = port or free_ports()
    running = Programme(var, port, host)
    kept = {name: value for name, value in os.environ.items() if name not in CLEARED}
    env = kept | {
        "VAR": str(var),
        "PORT": str(port),
        "DEMO": "1",
        "CALENDAR_ADDRESS": CALENDAR_ADDRESS,
        "MAIL_IN_SECRET": MAIL_IN_SECRET,
        "WELCOME_MAILS_A_DAY": "20",
        "SITE_URL": running.member,
        "STAFF_URL": running.staff,
        **settings,
    }
    log = (var / "log").open("w")
    command = [sys.executable, "scripts/run_local.py"]
    child = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
    try:
        for site in (running.member, running.staff):
            wait_until_ready(f"{site}/readyz", child, var / "log")
        yield running
    finally:
        child.terminate()
        child.wait(60)
        log.close()


CLEARED = {
    "SECRET_KEY",
    "DATABASE_URL",
    "REDIS_URL",
    "MENTORING_PROCESS",
    "VAR",
    "DJANGO_SETTINGS_MODULE",
    "CONFIDENTIAL_KEYRING",
    "CASE_KEYRING",
    "ERASURE_LIST",
    "EMAIL_URL",
    "MAIL_INBOX",
    "PASSKEY_DOMAIN",
    "STAFF_SECOND_FACTOR",
}


def wait_until_ready(url, child, log):
    """Until the site says it has all it needs."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        assert child.poll() is None, log.read_text()[-2000:]
        try:
            if urlopen(url, timeout=2).status == 200:
                return
        except OSError:
            time.sleep(0.3)
    raise AssertionError(log.read_text()[-2000:])


@pytest.fixture(scope="session")
def browser():
    """Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=FLAGS)
        yield chromium
        chromium.close()


class Visitor:
    """One person in a browser of their own."""

    def __init__(self, browser, programme, **options):
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        self.context.set_default_timeout(15_000)
        self.page = self.context.new_page()
        self.programme, self.trouble = programme, []
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("console", self._listen)

    def _listen(self, message):
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.trouble.append(message.text)

    def go(self, path):
        """Open a page of the member site, or a whole address."""
        where = path if path.startswith("http") else self.programme.member + path
        return self.page.goto(where)

    def sign_in(self, email):
        """By password, on the page everybody uses."""
        self.go("/accounts/login/")
        self.page.fill("#id_login", email)
        self.page.fill("#id_password", PASSWORD)
        self.press("Sign in")
        return self

    def press(self, words):
        """A button in the page, by its words."""
        self.page.get_by_role("main").get_by_role("button", name=words, exact=True).first.click()
        self.page.wait_for_load_state()

    def text(self):
        """What stands in the page."""
        return self.page.inner_text("main")


@pytest.fixture
def visit(browser, programme):
    """`visit()`: a new person; `visit("mentee@demo.example")`: signed in."""
    people = []

    def arrive(email=None, **options):
        visitor = Visitor(browser, programme, **options)
        people.append(visitor)
        return visitor.sign_in(email) if email else visitor

    yield arrive
    for visitor in people:
        visitor.context.close()
        assert not visitor.trouble, visitor.trouble


@contextmanager
def recorded(browser, programme, mentee_email, mentor_email, focus):
    """{"mentee", "mentor", "pair"}: one at a desk, one on a phone in the dark, and the address of their page.

    Invited by the mentee, since it began elsewhere, and confirmed by the mentor (product 26).
    """
    mentee = Visitor(browser, programme).sign_in(mentee_email)
    mentor = Visitor(browser, programme, **PHONE).sign_in(mentor_email)
    mentee.go("/mentorships/record/")
    mentee.page.fill("[name=address]", mentor_email)
    mentee.page.check("[name=role][value=mentee]")
    mentee.page.select_option("[name=focus]", focus)
    mentee.press("Send invitation")
    mentor.go("/mentorships/")
    mentor.page.get_by_role("link", name="asks you to confirm").click()
    mentor.press("Confirm")
    yield {"mentee": mentee, "mentor": mentor, "pair": mentor.page.url}
    assert not mentee.trouble + mentor.trouble
    for visitor in (mentee, mentor):
        visitor.context.close()
