"""A sign-in from a browser that is new to the account is told to its member, and nothing of browsers is stored."""

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

import factories
from mail.models import OutgoingMail
from profiles import known_browsers
from profiles.models import Member

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def member(db):
    """Somebody who has signed in before."""
    return factories.member(last_login=timezone.now())


def sign_in(client, member):
    assert (
        client.post("/accounts/login/", {"login": member.email, "password": "secret-enough"}).status_code
        == 302
    )
    client.post("/accounts/logout/")


def told(member):
    return OutgoingMail.objects.filter(to=member, kind="profiles/new_browser")


def test_the_first_sign_in_of_all_is_not_told(client):
    member = factories.member()
    Member.objects.filter(pk=member.pk).update(last_login=None)
    sign_in(client, member)
    sign_in(client, member)

    assert not told(member).exists()


def test_another_browser_is_told_once(member):
    browser = Client(headers={"User-Agent": FIREFOX})
    for _time in range(2):
        sign_in(browser, member)
    mail = told(member).get()

    assert "Firefox, Linux" in mail.text
    assert "/accounts/sessions/" in mail.text and "change your password" in mail.text


def test_the_time_is_the_members_own(member):
    Member.objects.filter(pk=member.pk).update(time_zone="Pacific/Kiritimati", language="fr")
    sign_in(Client(), member)

    assert timezone.localtime(timezone=timezone.zoneinfo.ZoneInfo("Pacific/Kiritimati")).strftime("%H:") in (
        told(member).get().text
    )


def test_a_browser_knows_several_people_and_tells_nobody_who(client, member):
    """A reading room."""
    other = factories.member(last_login=timezone.now())
    for who in (member, other, member, other):
        sign_in(client, who)
    cookie = client.cookies["member-browser"]

    assert (told(member).count(), told(other).count()) == (1, 1)
    assert member.email not in cookie.value and str(member.code) not in cookie.value
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    assert len(signing.loads(cookie.value, salt=known_browsers.SALT)) == 2


@pytest.mark.parametrize("forged", ("", "x", "WyJ4Il0:1v:AAAA", "é"))
def test_a_forged_cookie_is_none(forged, client, member):
    sign_in(client, member)
    client.cookies["member-browser"] = forged
    sign_in(client, member)

    assert told(member).count() == 2


def test_a_cookie_of_somebody_else_does_not_hide_a_sign_in(client, member):
    sign_in(client, factories.member(last_login=timezone.now()))
    sign_in(client, member)

    assert told(member).count() == 1


def test_the_staff_site_has_a_cookie_of_its_own(coordinator, staff_site, client):
    Member.objects.filter(pk=coordinator.pk).update(last_login=timezone.now())
    for _time in range(2):
        client.post("/admin/login/", {"username": coordinator.email, "password": "secret-enough"})
        client.post("/admin/logout/")

    assert "on the staff site" in told(coordinator).get().text
    assert "staff-browser" in client.cookies


def test_a_wrong_password_tells_nobody(client, member):
    client.post("/accounts/login/", {"login": member.email, "password": "wrong"})

    assert not told(member).exists() and "member-browser" not in client.cookies
