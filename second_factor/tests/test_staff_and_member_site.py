"""What is set up on one of the two sites, seen from the other."""

import pytest
from allauth.mfa.models import Authenticator

from mail.models import OutgoingMail
from second_factor.tests.browsers import AUTHENTICATE, SET_UP, Browser, StaffBrowser, code_of, is_in

pytestmark = pytest.mark.django_db


def test_what_staff_set_up_opens_nothing_on_the_member_site(inside, colleague, key, moment, settings):
    """P8: whoever takes the staff process over can add to these rows; the member site takes none of them."""
    inside.confirm("/admin/second-factor/password/")
    secret = inside.set_up_app()
    inside.add_passkey(key)
    code = inside.get(f"{SET_UP}recovery-codes/").context["unused_codes"][0]
    moment(300)
    on_member_site(settings)
    key.origin = "https://mentoring.example.org"
    client = Browser()
    client.by_passkey(key)
    assert client.get("/profile/").status_code == 302

    assert client.password(colleague).headers["Location"] == "/"  # nor is it asked for there
    assert client.get("/profile/").status_code == 200
    for typed in (code, code_of(secret)):
        client.post("/accounts/2fa/reauthenticate/", {"code": typed})
        assert client.get("/accounts/2fa/totp/activate/").status_code == 302


def on_member_site(settings):
    """This process as the member site again."""
    settings.PROCESS, settings.ROOT_URLCONF = "member", "mentoring.urls"
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = "member-session", "member-csrf"
    settings.SESSION_ENGINE = "mentoring.lib.sealed_sessions"


def test_what_is_set_up_on_the_member_site_takes_its_place_and_works_on_both(
    inside, colleague, moment, settings
):
    inside.confirm("/admin/second-factor/password/")
    inside.set_up_app()
    on_member_site(settings)
    member_site = Browser()
    member_site.password(colleague)
    member_site.confirm()
    assert "Set up on the staff site" in member_site.get("/accounts/2fa/").content.decode()
    secret = member_site.set_up_app()
    assert member_site.get("/accounts/2fa/recovery-codes/").status_code == 200
    moment(300)
    settings.PROCESS, settings.ROOT_URLCONF = "staff", "mentoring.urls_staff"
    settings.SESSION_COOKIE_NAME, settings.SESSION_ENGINE = "staff-session", "coordination.staff_sessions"
    client = StaffBrowser()
    client.password(colleague)
    client.post(AUTHENTICATE, {"code": code_of(secret)})

    assert is_in(client)
    assert Authenticator.objects.count() == 2


def test_what_was_set_up_on_the_staff_site_is_removed_on_the_member_site(inside, colleague, key, settings):
    inside.confirm("/admin/second-factor/password/")
    inside.add_passkey(key)
    on_member_site(settings)
    client = Browser()
    client.password(colleague)
    address = "/accounts/2fa/staff-site/remove/"
    assert client.post(address).headers["Location"].startswith("/accounts/reauthenticate/")
    assert Authenticator.objects.exists()
    client.confirm()
    client.post(address)

    assert not Authenticator.objects.exists()
    assert OutgoingMail.objects.filter(to=colleague, kind="second_factor/staff_set_up_removed").count() == 1
