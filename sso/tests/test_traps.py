"""What goes wrong elsewhere: the policy, the state, two subjects, a server that is away, what comes by the address."""

import socket
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from allauth.socialaccount.models import SocialAccount
from django.conf import settings as site
from django.urls import reverse

import factories
from sso.adapter import as_one
from sso.causes import UnusableAnswer

pytestmark = pytest.mark.django_db
PAGES_WITH_THE_BUTTON = ("account_login", "account_signup")


def form_action(answer):
    parts = answer["Content-Security-Policy"].split("; ")
    return next(part.split()[1:] for part in parts if part.startswith("form-action"))


@pytest.mark.parametrize("page", PAGES_WITH_THE_BUTTON)
def test_only_pages_with_the_button_may_lead_to_the_provider(client, oidc, page):
    answer = client.get(reverse(page))

    assert form_action(answer) == ["'self'", *oidc.origins]
    assert "Continue with Library Association account" in answer.content.decode()
    assert form_action(client.get(reverse("privacy"))) == ["'self'"]


@pytest.mark.parametrize("page", PAGES_WITH_THE_BUTTON)
def test_without_a_provider_there_is_no_button(client, page):
    answer = client.get(reverse(page))

    assert form_action(answer) == ["'self'"]
    assert "Continue with" not in answer.content.decode()


def test_pkce_is_on_and_where_to_come_back_is_ours(client, oidc):
    asked = parse_qs(urlsplit(client.post(reverse("sso_start", args=["members"]))["Location"]).query)

    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == ["http://testserver/accounts/oidc/members/login/callback/"]


def test_nobody_is_sent_off_by_a_link(client, oidc):
    for name in ("sso_start", "openid_connect_login"):
        assert client.get(reverse(name, args=["members"])).status_code == 405


@pytest.mark.parametrize(
    "name", ["sso_start", "openid_connect_login", "oauth2_callback", "openid_connect_callback"]
)
def test_a_provider_that_is_not_configured_is_not_there(client, oidc, name):
    assert client.post(reverse(name, args=["elsewhere"])).status_code == 404


@pytest.mark.parametrize(
    "query", ["", "?code=x", "?code=x&state=guessed", "?error=access_denied&state=guessed", "?state="]
)
def test_a_return_that_nobody_asked_for_is_refused(client, oidc, query):
    answer = client.get(reverse("openid_connect_callback", args=["members"]) + query)

    assert answer.status_code == 401
    assert "_auth_user_id" not in client.session


def test_a_state_is_good_in_its_own_browser_and_once(client, oidc, person, come, django_user_model):
    known = factories.member()
    SocialAccount.objects.create(user=known, provider="members", uid="state")
    away = client.post(reverse("sso_start", args=["members"]))
    back = httpx.post(away["Location"], data={"sub": person("state", email="s@library.example")})
    address = back.headers["location"].removeprefix("http://testserver")
    other = type(client)()

    assert other.get(address).status_code == 401
    assert client.get(address).status_code == 302
    assert client.get(address).status_code == 401


def test_two_answers_about_two_people_are_refused():
    with pytest.raises(UnusableAnswer):
        as_one({"id_token": {"sub": "ada"}, "userinfo": {"sub": "eve"}})
    assert as_one({"id_token": {"sub": "a", "x": 1}, "userinfo": {"sub": "a"}}) == {"sub": "a", "x": 1}
    assert as_one({"sub": "a"}) == {"sub": "a"}
    assert as_one("text") == {}


def test_a_provider_that_is_away_has_a_page(client, oidc, configure):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    entry = {**oidc.options, "id": "members", "kind": "oidc", "name": "Away", "everyone": True}
    configure({**entry, "server_url": f"http://127.0.0.1:{port}"})
    answer = client.post(reverse("sso_start", args=["members"]))

    assert answer.status_code == 503
    assert "Away didn’t answer in time" in answer.content.decode()


def test_a_subject_too_long_to_keep_is_refused_on_a_page(client, oidc, person, come):
    answer = come(person("s" * 192, email="long@library.example"))

    assert answer.status_code == 401


def test_where_to_go_next_is_on_this_site(client, oidc, person, come):
    known = factories.member()
    SocialAccount.objects.create(user=known, provider="members", uid="next")
    person("next", email="n@library.example")

    assert come("next", next="https://evil.example/")["Location"] == reverse("home")


def test_no_account_is_found_by_an_address_and_no_token_is_kept():
    assert not site.SOCIALACCOUNT_EMAIL_AUTHENTICATION
    assert not site.SOCIALACCOUNT_STORE_TOKENS
    assert not site.SOCIALACCOUNT_LOGIN_ON_GET


@pytest.mark.parametrize("address", ["/accounts/sso/join/", "/accounts/sso/code/"])
def test_pages_of_the_way_are_not_there_without_an_arrival(client, oidc, address):
    for method in (client.get, client.post):
        assert method(address)["Location"] == reverse("account_login")
