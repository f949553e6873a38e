"""A try that comes to nothing says why; nothing of what came is shown or logged but addresses, statuses and codes."""

import io
import logging

import httpx
import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.core.management import call_command
from django.urls import reverse

from sso import trying
from sso.causes import SENTENCES, STANDARD_ERRORS, cause_of
from sso.tests.saml_answers import good
from testing import saml_answers as saml
from testing import wild_apricot
from testing.http_servers import running

pytestmark = pytest.mark.django_db
NOBODY = "http://127.0.0.1:9"


@pytest.fixture
def begin(client):
    """Press the button of the link that the command prints."""

    def post(provider_id):
        out = io.StringIO()
        call_command("try_sso", provider_id, stdout=out)
        return client.post(out.getvalue().split()[-1].removeprefix("http://127.0.0.1:8000"))

    return post


@pytest.fixture
def membership(configure):
    """A running server and `membership.with_(token_auth=…)`: its entry in the file."""
    with running(wild_apricot.WildApricot()) as server:
        server.people["ada"] = wild_apricot.contact(41)
        server.with_ = lambda **changes: configure({**wild_apricot.provider(server.address), **changes})
        yield server


@pytest.fixture
def try_membership(client, begin):
    def walk():
        there = httpx.post(begin("members")["Location"], data={"name": "ada"})
        return client.get(there.headers["location"].removeprefix("http://127.0.0.1:8000"))

    return walk


def test_a_server_that_is_not_there(begin, configure, caplog):
    entry = {
        "id": "members",
        "kind": "oidc",
        "name": "Member account",
        "client_id": "a",
        "client_secret": "b",
    }
    configure({**entry, "server_url": NOBODY, "everyone": True})
    page = begin("members").content.decode()

    assert "We couldn’t connect to 127.0.0.1/.well-known/openid-configuration" in page
    assert "Sign-in by members failed: no_connection 127.0.0.1/.well-known" in caplog.text


def test_metadata_of_another_issuer(begin, oidc, monkeypatch):
    another = property(lambda _adapter: {"issuer": "https://elsewhere.example"})
    monkeypatch.setattr(OpenIDConnectOAuth2Adapter, "openid_config", another)

    assert "isn’t the issuer" in begin("members").content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"token_auth": "post"}, "whether “token_auth” is “basic” or “post”"),
        ({"client_secret": "another"}, "Check “client_id” and “client_secret”"),
        ({"claims": {"subject": "ID", "state": "Status"}}, "Check “claims.subject”"),
    ],
)
def test_a_mistake_in_the_file_is_named(membership, try_membership, changes, words):
    membership.with_(**changes)
    page = try_membership().content.decode()

    assert words in page
    assert "another" not in page


def test_a_profile_address_that_answers_something_else(membership, try_membership, caplog):
    membership.with_()
    membership.profile_status = 404
    page = try_membership().content.decode()

    assert "404 127.0.0.1/v2.1/accounts/7/contacts/me" in page
    assert "failed: status 404 127.0.0.1/v2.1/accounts/7/contacts/me" in caplog.text


def test_a_saml_answer_says_what_is_wrong_with_it(client, university, bring, begin, caplog):
    asked = saml.request_id(begin("university")["Location"])
    page = bring(saml.answer(asked, good(asked, saml.Signer()))).content.decode()

    assert "The SAML answer was refused: Signature validation failed" in page
    assert "Sign-in by university failed: saml" in caplog.text


def test_after_a_failed_try_members_are_told_as_members(client, membership, try_membership):
    membership.with_(token_auth="post")
    try_membership()
    away = client.post(reverse("sso_start", args=["members"]))
    there = httpx.post(away["Location"], data={"name": "ada"})
    page = client.get(there.headers["location"].removeprefix("http://127.0.0.1:8000")).content.decode()

    assert "That sign-in didn’t work" in page
    assert "token_auth" not in page


def test_whoever_was_refused_there_reads_why_unless_it_is_no_standard_word():
    assert cause_of(None, sent_back={"error": "invalid_scope"}) == ("refused_there", "invalid_scope")
    assert cause_of(None, sent_back={"error": "<b>call 0900"}) == ("too_late", "")


@pytest.mark.parametrize(
    ("exception", "code"),
    [
        (requests.ReadTimeout(), "timeout"),
        (requests.TooManyRedirects(), "redirect"),
        (requests.JSONDecodeError("no", "", 0), "no_json"),
        (OAuth2Error("b'secret'"), "no_token"),
    ],
)
def test_each_cause_has_a_sentence(exception, code):
    found, detail = cause_of(exception)

    assert (found, "secret" in detail) == (code, False)
    assert SENTENCES[found] % {"detail": detail}


def test_every_sentence_takes_a_detail():
    for detail in STANDARD_ERRORS:
        assert all(sentence % {"detail": detail} for sentence in SENTENCES.values())


def test_a_query_is_neither_shown_nor_logged(caplog):
    asked = requests.Request("GET", "https://x.example/token?secret=1").prepare()

    assert cause_of(requests.ConnectionError(request=asked)) == ("no_connection", "x.example/token")


def test_a_link_that_is_no_longer_good_says_what_to_do(client, oidc):
    page = client.get(reverse("sso_try", args=["forged"])).content.decode()

    assert "Restart the member process" in page


class TestHidden:
    @pytest.fixture
    def there(self, membership):
        membership.with_(hidden=True)
        return membership

    @pytest.mark.parametrize("name", ["account_login", "account_signup"])
    def test_nobody_sees_a_button(self, client, there, name):
        page = client.get(reverse(name))

        assert "Continue with" not in page.content.decode()
        assert there.address not in page["Content-Security-Policy"]

    def test_nobody_is_sent_off(self, client, there):
        assert client.post(reverse("sso_start", args=["members"])).status_code == 404

    def test_a_try_works(self, there, try_membership):
        assert "What the sign-in sent" in try_membership().content.decode()
        assert not SocialAccount.objects.exists()


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("Active", "counts as current"),
        ("Lapsed", "counts as ended"),
        ("Dormant", "We don’t know what this word"),
        ("", "Nothing says whether this person is a member"),
    ],
)
def test_a_try_says_how_the_membership_is_read(membership, try_membership, status, words):
    membership.with_(claims={"subject": "Id", "state": "Status"})
    membership.people["ada"] = wild_apricot.contact(41, Status=status)

    assert words in try_membership().content.decode()


def test_the_way_to_a_try_is_forgotten_when_it_fails(client, membership, try_membership):
    membership.with_(token_auth="post")
    try_membership()

    assert trying.RUNNING not in client.session


@pytest.fixture(autouse=True)
def heard(caplog):
    caplog.set_level(logging.WARNING, logger="sso.adapter")
