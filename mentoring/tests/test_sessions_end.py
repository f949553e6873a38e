"""Sessions end at once: password change, suspension, sign-out (P16, V7)."""

import time

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

import factories
from mentoring.lib import sealed_sessions
from mentoring.lib.tests.processes import python
from mentoring.sessions import signed
from profiles import moderation

pytestmark = pytest.mark.django_db
PAGE = "/mentorships/"


@pytest.fixture
def member():
    """Somebody."""
    return factories.member()


def signed_in(member):
    """A browser of theirs."""
    client = Client()
    answer = client.post("/accounts/login/", {"login": member.email, "password": "secret-enough"})
    assert answer.status_code == 302
    assert client.get(PAGE).status_code == 200
    return client


@pytest.mark.parametrize(("days", "status"), [(29, 200), (31, 302)])
def test_a_session_ends_after_thirty_days_however_much_it_is_used(days, status, member, monkeypatch):
    """ASVS 7.3.2."""
    browser = signed_in(member)
    now = time.time()
    monkeypatch.setattr(sealed_sessions.time, "time", lambda: now + days * 24 * 3600)

    assert browser.get(PAGE).status_code == status


def test_one_that_nothing_is_done_with_ends_after_fourteen_days_and_a_coordinators_after_twelve_hours(
    tmp_path,
):
    """ASVS 7.3.1."""
    code = "from django.conf import settings as s; print(s.SESSION_COOKIE_AGE, s.SESSION_LIFETIME)"
    hours = {
        process: [
            int(seconds) // 3600
            for seconds in python(code, tmp_path, MENTORING_PROCESS=process).stdout.split()
        ]
        for process in ("member", "staff")
    }

    assert hours == {"member": [14 * 24, 30 * 24], "staff": [12, 12]}


def test_signing_in_makes_a_new_session_and_ends_the_one_before(member):
    """ASVS 7.2.4: a key that somebody planted opens nothing."""
    planted = sealed_sessions.SessionStore()
    planted["some"] = "thing"
    planted.save()
    before, client = planted.session_key, Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = signed(before)
    client.post("/accounts/login/", {"login": member.email, "password": "secret-enough"})

    assert client.get(PAGE).status_code == 200
    assert client.session.session_key != before
    assert not Session.objects.filter(pk=before).exists()


def test_suspending_ends_every_session_at_the_next_request(member):
    """P16."""
    browsers = [signed_in(member), signed_in(member)]
    moderation.suspend(member)

    assert [browser.get(PAGE).status_code for browser in browsers] == [302, 302]


def test_a_new_password_ends_the_sessions_of_all_other_browsers(member):
    """P16."""
    one, other = signed_in(member), signed_in(member)
    new = "catalogue-of-seeds-17"
    answer = one.post(
        "/accounts/password/change/", {"oldpassword": "secret-enough", "password1": new, "password2": new}
    )

    assert answer.status_code == 302
    assert other.get(PAGE).status_code == 302


def test_the_cookies_are_out_of_reach_of_scripts_and_other_sites(member):
    """V3: HttpOnly, SameSite; `__Host-` and Secure follow from https in SITE_URL."""
    cookies = signed_in(member).cookies

    assert {"member-session"} <= set(cookies)
    for name, cookie in cookies.items():
        assert cookie["httponly"], name
        assert cookie["samesite"] == "Lax", name
        assert not cookie["domain"], name


def test_a_stale_form_hands_words_back_and_never_a_password():
    """V14: the page that keeps what was typed shows no secret of any account form."""
    client = Client(enforce_csrf_checks=True, headers={"Origin": "http://testserver"})
    secret = "an-old-secret-of-mine"
    names = ("password", "password1", "password2", "oldpassword", "code", "csrfmiddlewaretoken")
    answer = client.post("/accounts/password/change/", dict.fromkeys(names, secret) | {"name": "kept-words"})

    assert answer.status_code == 403
    assert "kept-words" in answer.content.decode()
    assert secret not in answer.content.decode()


@pytest.mark.parametrize(
    "origin",
    (
        "https://testserver",
        "http://testserver.evil.example",
        "http://testserver:81",
        "null",
        "",
        "http://evil.example/http://testserver/",
    ),
)
def test_a_form_from_elsewhere_gets_nothing_back(origin):
    """V3: somebody else's words are not made into a form of ours, ready to be sent."""
    client = Client(enforce_csrf_checks=True, headers={"Origin": origin} if origin else {})
    answer = client.post("/accounts/login/", {"name": "planted-words"})

    assert answer.status_code == 403
    assert "planted-words" not in answer.content.decode()
