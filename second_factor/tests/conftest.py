"""Members with a second factor, and hands at the pages."""

import json
import time

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.test import Client, TestCase

import factories
from testing.passkeys import Passkey

PASSWORD = "secret-enough"


@pytest.fixture(autouse=True)
def _two_sites(settings):
    """Where passkeys are possible at all: https, and one domain for both."""
    settings.SITE_URL, settings.STAFF_URL = "https://mentoring.example.org", "https://staff.example.org"
    settings.PASSKEY_DOMAIN = "example.org"


@pytest.fixture
def moment(monkeypatch):
    """`moment(seconds)`: it is so much later, for codes and limits. The clock stands still otherwise."""
    now = [int(time.time())]
    monkeypatch.setattr(totp.time, "time", lambda: now[0])

    def later(seconds):
        now[0] += seconds

    return later


class Browser(Client):
    """A browser that knows the pages."""

    login_url, field = "/accounts/login/", "login"
    root = "/accounts/2fa/"

    def password(self, member, **more):
        """The first step."""
        return self.post(self.login_url, {self.field: member.email, "password": PASSWORD, **more})

    def confirm(self, address="/accounts/reauthenticate/"):
        """Show once more who it is, before something changes."""
        return self.post(address, {"password": PASSWORD})

    def options(self, page, name="js_data"):
        """What a page asks a passkey."""
        return json.loads(json.dumps(page.context[name], default=dict))

    def set_up_app(self):
        """An authenticator app. Returns its secret."""
        page = self.get(f"{self.root}totp/activate/")
        secret = page.context["form"].secret
        with TestCase.captureOnCommitCallbacks(execute=True):
            answer = self.post(f"{self.root}totp/activate/", {"code": code_of(secret)})
        assert answer.status_code == 302, answer.context["form"].errors
        return secret

    def add_passkey(self, key, name="Laptop"):
        """One more passkey, by the page."""
        options = self.options(self.get(f"{self.root}passkeys/add/"))["creation_options"]
        return self.post(
            f"{self.root}passkeys/add/", {"name": name, "credential": json.dumps(key.create(options))}
        )

    def by_passkey(self, key, **more):
        """Sign in with a passkey alone."""
        options = self.get(f"{self.root}passkeys/login/", headers={"Accept": "application/json"}).json()
        answer = json.dumps(key.get(options["request_options"]))
        return self.post(f"{self.root}passkeys/login/", {"credential": answer, **more})


def code_of(secret, *, steps=0):
    """The code that an app shows now, or so many half minutes later."""
    counter = int(totp.time.time()) // 30 + steps
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


@pytest.fixture
def member(db):
    """Somebody who has signed in before."""
    from django.utils import timezone

    return factories.member(last_login=timezone.now())


@pytest.fixture
def browser(member):
    """Signed in as the member, and just confirmed."""
    found = Browser()
    found.password(member)
    assert found.confirm().status_code == 302
    return found


@pytest.fixture
def passkey():
    """A passkey of the member site."""
    return Passkey(domain="example.org", origin="https://mentoring.example.org")
