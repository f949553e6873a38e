"""Members with a second factor, and hands at the pages."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.utils import timezone

import factories
from coordination.groups import coordinator_group
from second_factor.tests.browsers import Browser, StaffBrowser
from testing.passkeys import Passkey


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


@pytest.fixture
def added(browser, passkey):
    """The member has a passkey."""
    assert browser.add_passkey(passkey).status_code == 302
    return Authenticator.objects.get(type="webauthn")


@pytest.fixture
def asked(staff_site):
    """As it is where it is no demonstration."""
    staff_site.STAFF_SECOND_FACTOR = True
    return staff_site


@pytest.fixture(params=(False, True), ids=("coordinator", "superuser"))
def colleague(request, db):
    """Somebody of the staff."""
    found = factories.member(
        name="Hal Jordan", is_staff=True, is_superuser=request.param, last_login=timezone.now()
    )
    if not request.param:
        coordinator_group().user_set.add(found)
    return found


@pytest.fixture
def key():
    """A passkey made on the staff site."""
    return Passkey(domain="example.org", origin="https://staff.example.org")


@pytest.fixture
def inside(colleague, asked):
    """Signed in with the password, and nothing set up."""
    client = StaffBrowser()
    assert client.password(colleague).headers["Location"] == "/admin/"
    return client


@pytest.fixture
def secret(browser, moment):
    """Of an app that was set up a while ago."""
    found = browser.set_up_app()
    moment(300)
    return found
