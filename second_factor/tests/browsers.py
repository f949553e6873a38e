"""Browsers that sign in at the two sites, with a second step."""

import json

from allauth.mfa.totp.internal import auth as totp
from django.test import Client, TestCase

SET_UP, AUTHENTICATE = "/admin/second-factor/", "/admin/second-factor/authenticate/"
PASSWORD = "secret-enough"


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


class StaffBrowser(Browser):
    """The same on the staff site."""

    login_url, field, root = "/admin/login/", "username", "/admin/second-factor/"


def is_in(client):
    return client.get("/admin/").status_code == 200
