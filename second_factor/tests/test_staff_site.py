"""The staff site asks for a second factor, and leads whoever has none to setting one up."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse
from django.utils import timezone

import factories
from coordination.groups import coordinator_group
from mail.models import OutgoingMail
from second_factor.tests.conftest import Browser, code_of
from testing.passkeys import Passkey
from testing.staff_pages import addresses

pytestmark = pytest.mark.django_db
SET_UP, AUTHENTICATE = "/admin/second-factor/", "/admin/second-factor/authenticate/"


class StaffBrowser(Browser):
    """The same on the staff site."""

    login_url, field, root = "/admin/login/", "username", "/admin/second-factor/"


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


def is_in(client):
    return client.get("/admin/").status_code == 200


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


def test_a_session_without_the_second_step_is_ended_where_there_is_one(inside, colleague, key):
    """As one from before it was set up, in another browser."""
    older = StaffBrowser()
    older.password(colleague)
    inside.confirm("/admin/second-factor/password/")
    inside.add_passkey(key)

    assert older.get("/admin/").headers["Location"] == "/admin/login/"
    assert older.get(SET_UP).status_code == 302 and older.get(SET_UP).headers["Location"] != SET_UP


def test_a_session_ends_when_what_it_began_with_is_gone(inside, colleague, key):
    inside.confirm("/admin/second-factor/password/")
    inside.add_passkey(key)
    assert is_in(inside)
    Authenticator.objects.all().delete()

    assert inside.get("/admin/").headers["Location"] == "/admin/login/"


def test_members_do_not_come_in_by_passkey(asked, db, key):
    """The same answer as a passkey that is nobody's."""
    member = factories.member()
    Authenticator.objects.create(
        user=member, type="webauthn", data={"name": "x", "credential": key.create(creation_options(member))}
    )
    client = StaffBrowser()
    answer = client.by_passkey(key)

    assert answer.headers["Location"] == "/admin/login/"
    assert not is_in(client)


def creation_options(member):
    """As a page would ask."""
    from allauth.account.utils import user_pk_to_url_str
    from fido2.utils import websafe_encode

    handle = websafe_encode(user_pk_to_url_str(member).encode())
    return {"publicKey": {"user": {"id": handle}, "challenge": websafe_encode(b"c" * 32)}}


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


def test_without_the_setting_a_password_is_enough_where_there_is_nothing_else(colleague, staff_site):
    """The demonstration."""
    client = StaffBrowser()
    client.password(colleague)

    assert is_in(client)


def test_the_sign_in_page_leads_away_who_is_in(inside, colleague, key):
    inside.confirm("/admin/second-factor/password/")
    inside.add_passkey(key)

    assert inside.get("/admin/login/").headers["Location"] == "/admin/"


def test_signing_in_here_leaves_the_members_list_of_sessions_alone(inside):
    """The staff site's login of the database has no right to it."""
    from allauth.usersessions.models import UserSession

    assert not UserSession.objects.exists()
    assert reverse("account_login") == "/admin/login/"


def test_probes_are_answered(asked, db):
    assert Client().get("/healthz").status_code == 200
