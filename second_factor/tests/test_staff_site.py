"""The staff site asks for a second factor, and leads whoever has none to setting one up."""

import pytest
from django.test import Client

from mail.models import OutgoingMail
from second_factor.tests.browsers import AUTHENTICATE, SET_UP, StaffBrowser, code_of, is_in
from testing.staff_pages import addresses

pytestmark = pytest.mark.django_db


def test_who_has_none_is_led_to_setting_one_up_and_reaches_nothing_else(inside):
    for url in [
        *addresses(),
        "/admin/people/",
        "/admin/figures/",
        "/admin/handover/",
        "/admin/handover/file/",
    ]:
        for answer in (inside.get(url), inside.post(url, {"x": "y"})):
            assert (answer.status_code, answer.headers["Location"]) == (302, SET_UP), url

    assert inside.get(SET_UP).status_code == 200
    assert inside.get("/admin/second-factor/recovery-codes/").headers["Location"] == SET_UP
    assert inside.post("/admin/logout/").status_code == 200
    assert inside.get("/admin/").headers["Location"].startswith("/admin/login/")


def test_an_app_is_set_up_and_asked_for_from_then_on(inside, colleague, moment):
    assert inside.confirm("/admin/second-factor/password/").status_code == 302
    secret = inside.set_up_app()
    assert "unused_codes" in inside.get("/admin/second-factor/recovery-codes/").context
    assert is_in(inside)
    assert OutgoingMail.objects.filter(to=colleague, kind="second_factor/totp_activated").count() == 1
    moment(300)

    client = StaffBrowser()
    assert client.password(colleague, next="/admin/people/").headers["Location"] == AUTHENTICATE
    assert not is_in(client)
    assert client.get(AUTHENTICATE).status_code == 200
    client.post(AUTHENTICATE, {"code": "000000"})
    assert not is_in(client)
    assert client.post(AUTHENTICATE, {"code": code_of(secret)}).headers["Location"] == "/admin/people/"
    assert is_in(client)


def test_a_passkey_is_set_up_and_signs_in_alone(inside, colleague, key):
    inside.confirm("/admin/second-factor/password/")
    assert inside.add_passkey(key).status_code == 302
    assert is_in(inside)
    client = StaffBrowser()

    assert client.by_passkey(key, next="/admin/people/").headers["Location"] == "/admin/people/"
    assert is_in(client)


def test_a_passkey_without_its_holder_is_refused(inside, colleague, key):
    """Trap 4: user verification is required for staff."""
    inside.confirm("/admin/second-factor/password/")
    inside.add_passkey(key)
    key.flags &= ~0x04
    client = StaffBrowser()
    client.by_passkey(key)

    assert not is_in(client)


def test_setting_up_asks_for_the_password_once_more(inside):
    for page in ("totp/activate/", "passkeys/add/"):
        assert inside.get(f"{SET_UP}{page}").headers["Location"].startswith("/admin/second-factor/password/")


def test_a_recovery_code_lets_in_once(inside, colleague, moment):
    inside.confirm("/admin/second-factor/password/")
    inside.set_up_app()
    code = inside.get(f"{SET_UP}recovery-codes/").context["unused_codes"][0]
    for good in (True, False):
        client = StaffBrowser()
        client.password(colleague)
        client.post(AUTHENTICATE, {"code": code})
        assert is_in(client) is good


def test_without_the_setting_a_password_is_enough_where_there_is_nothing_else(colleague, staff_site):
    """The demonstration."""
    client = StaffBrowser()
    client.password(colleague)

    assert is_in(client)


def test_the_sign_in_page_leads_away_who_is_in(inside, colleague, key):
    inside.confirm("/admin/second-factor/password/")
    inside.add_passkey(key)

    assert inside.get("/admin/login/").headers["Location"] == "/admin/"


def test_probes_are_answered(asked, db):
    assert Client().get("/healthz").status_code == 200
