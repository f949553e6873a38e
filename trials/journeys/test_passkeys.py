"""A passkey, with Chromium's own authenticator: added on the member site, used there and on the staff site."""

import pytest
from playwright.sync_api import TimeoutError

from trials.journeys.conftest import PASSWORD, Visitor, started
from trials.journeys.test_pages import problems

pytestmark = pytest.mark.browser
TRIES = 3
COORDINATOR = "coordinator@demo.example"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def with_second_factor(tmp_path_factory):
    """A programme where staff need a second factor, as where it is no demonstration."""
    with started(tmp_path_factory.mktemp("passkeys"), host="localhost", STAFF_SECOND_FACTOR="1") as running:
        yield running


@pytest.fixture
def arrive(browser, with_second_factor):
    """`arrive()`: somebody with a device that keeps passkeys, and knows them by their finger."""
    people = []

    def new(**options):
        visitor = Visitor(browser, with_second_factor, **options)
        people.append(visitor)
        visitor.device = visitor.context.new_cdp_session(visitor.page)
        visitor.device.send("WebAuthn.enable")
        made = visitor.device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
        visitor.number = made["authenticatorId"]
        return visitor

    yield new
    for visitor in people:
        visitor.context.close()
        assert not visitor.trouble, visitor.trouble


def confirm_by_password(visitor, button="Continue"):
    """Once more who it is, before something changes."""
    visitor.page.fill("[name=password]", PASSWORD)
    visitor.page.locator("main, #content").get_by_role("button", name=button).first.click()
    visitor.page.wait_for_load_state()


def use_device(visitor, button):
    """Press a button that asks the device, and come to the next page. The device made of software is late at times."""
    for _try in range(TRIES):
        try:
            with visitor.page.expect_navigation(timeout=20_000):
                visitor.page.get_by_role("button", name=button).click()
        except TimeoutError:
            continue
        visitor.page.wait_for_load_state()
        return
    raise AssertionError(f"{button}: the device did not answer in {TRIES} tries")


def sign_in_by_passkey(visitor, address):
    visitor.go(address)
    assert not visitor.page.get_by_text("No passkey was used").is_visible()
    use_device(visitor, "Sign in with a passkey")


def test_one_passkey_signs_in_on_both_sites(arrive, with_second_factor):
    """Added on the member site; signed out, and in again there and on the staff site, each time with nothing else."""
    visitor = arrive().sign_in(COORDINATOR)
    visitor.go("/accounts/2fa/passkeys/add/")
    confirm_by_password(visitor)
    assert problems(visitor) == []
    visitor.page.fill("[name=name]", "Reading room laptop")
    use_device(visitor, "Create the passkey")
    assert len(visitor.page.locator(".codes li").all()) == 10
    assert problems(visitor) == []
    with visitor.page.expect_download() as download:
        visitor.page.get_by_role("link", name="Download the codes").click()
    assert download.value.suggested_filename == "recovery-codes.txt"
    visitor.go("/accounts/2fa/")
    assert "Reading room laptop" in visitor.text()
    assert problems(visitor) == []
    visitor.go("/accounts/2fa/totp/activate/")
    assert problems(visitor) == []

    visitor.page.get_by_role("button", name="Sign out").click()
    sign_in_by_passkey(visitor, "/accounts/login/")
    visitor.go("/accounts/2fa/")
    assert "last used on" in visitor.text()

    staff = with_second_factor.staff
    sign_in_by_passkey(visitor, f"{staff}/admin/people/")
    assert visitor.page.url == f"{staff}/admin/people/"
    for page in ("", "passkeys/add/", "totp/activate/"):
        visitor.go(f"{staff}/admin/second-factor/{page}")
        if "/password/" in visitor.page.url:
            assert problems(visitor) == []
            confirm_by_password(visitor)
        assert problems(visitor) == [], page
    sign_out_of_staff(visitor)

    # The password alone is not enough there any more; the passkey is the second step.
    visitor.go(f"{staff}/admin/")
    visitor.page.fill("[name=username]", COORDINATOR)
    visitor.page.fill("[name=password]", PASSWORD)
    visitor.page.locator("#login-form [type=submit]").click()
    visitor.page.wait_for_load_state()
    assert visitor.page.url == f"{staff}/admin/second-factor/authenticate/"
    assert problems(visitor) == []
    use_device(visitor, "Continue with a passkey")
    assert visitor.page.url == f"{staff}/admin/"
    assert "You have new recovery codes" not in visitor.page.content()


def sign_out_of_staff(visitor):
    visitor.page.locator("#logout-form button").click()
    visitor.page.wait_for_load_state()


def test_who_cancels_is_told_what_to_do(arrive):
    """And keeps the other ways."""
    visitor = arrive()
    visitor.device.send(
        "WebAuthn.setUserVerified", {"authenticatorId": visitor.number, "isUserVerified": False}
    )
    visitor.go("/accounts/login/")
    visitor.page.get_by_role("button", name="Sign in with a passkey").click()
    visitor.page.get_by_text("No passkey was used").wait_for()

    assert visitor.page.url.endswith("/accounts/login/")
    assert visitor.page.get_by_role("link", name="Email me a code").is_visible()


def test_without_script_the_other_ways_are_there_and_the_passkey_is_not(arrive):
    visitor = arrive(java_script_enabled=False)
    visitor.go("/accounts/login/")

    assert not visitor.page.get_by_role("button", name="Sign in with a passkey").is_visible()
    visitor.sign_in("newcomer@demo.example")
    visitor.go("/accounts/2fa/passkeys/add/")
    confirm_by_password(visitor)
    assert "Passkeys need JavaScript" in visitor.text()
