"""Signing in by SAML: a good answer, and every bad one that could be told from it."""

import pytest
from allauth.socialaccount.models import SocialAccount
from django.urls import reverse

import factories
from mentoring.lib.sealed_sessions import SessionStore
from testing import saml_answers as saml

pytestmark = pytest.mark.django_db
ADA = {
    saml.SUBJECT_ID: "ada-1@library.example",
    "mail": "ada@library.example",
    "givenName": "Ada",
    "sn": "Okafor",
    "status": "active",
}
JOIN = {"name": "Ada Okafor", "adult": "on", "terms": "on", "time_zone": "Europe/Dublin"}


@pytest.fixture(scope="session")
def signer():
    return saml.Signer()


@pytest.fixture
def university(configure, signer, client, settings):
    settings.ALLOWED_HOSTS = [saml.HOST]
    client.defaults["HTTP_HOST"] = saml.HOST
    return configure(
        {
            "id": "university",
            "kind": "saml",
            "name": "University account",
            "entity_id": saml.ENTITY,
            "sso_url": saml.SIGN_IN,
            "certificate": signer.certificate,
            "verified_addresses": True,
            "claims": {"state": "status"},
        }
    )[0]


@pytest.fixture
def asked(client, university):
    """The number of the request with which this browser was sent off."""
    return saml.request_id(client.post(reverse("sso_start", args=["university"]))["Location"])


@pytest.fixture
def bring(client):
    def post(fields):
        answer = client.post(reverse("saml_acs", args=["university"]), fields)
        return client.get(answer["Location"])

    return post


def good(asked, signer, **changes):
    return saml.signed(saml.assertion(asked, **{"attributes": ADA, **changes}), signer)


def test_a_signed_answer_leads_in(client, asked, bring, signer):
    assert bring(saml.answer(asked, good(asked, signer)))["Location"] == reverse("sso_join")
    client.post(reverse("sso_join"), JOIN)
    account = SocialAccount.objects.get()

    assert (account.uid, account.extra_data) == ("ada-1@library.example", {})
    assert client.session["_auth_user_id"] == str(account.user_id)


BAD = {
    "unsigned": lambda asked, signer: [saml.assertion(asked, attributes=ADA)],
    "somebody else's key": lambda asked, signer: [good(asked, saml.Signer())],
    "another audience": lambda asked, signer: [good(asked, signer, audience="https://elsewhere.example")],
    "expired": lambda asked, signer: [good(asked, signer, until=-6, begins=-30)],
    "a clock six minutes ahead": lambda asked, signer: [good(asked, signer, begins=6, until=12)],
    "changed after it was signed": lambda asked, signer: [good(asked, signer).replace("ada-1@", "eve-1@")],
    "wrapped around a good one": lambda asked, signer: [
        saml.assertion(asked, attributes={**ADA, saml.SUBJECT_ID: "eve"}, mark="evil"),
        good(asked, signer),
    ],
    "two signed ones": lambda asked, signer: [good(asked, signer), good(asked, signer, mark="a2")],
    "none": lambda asked, signer: [],
    "transient": lambda asked, signer: [
        good(asked, signer, name_format=saml.TRANSIENT, attributes={"mail": "ada@library.example"})
    ],
    "named by an address": lambda asked, signer: [
        good(asked, signer, name_format=saml.EMAIL, name_id="ada@library.example", attributes={"sn": "O"})
    ],
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_answer_leads_nowhere(client, asked, bring, signer, kind):
    answer = bring(saml.answer(asked, *BAD[kind](asked, signer)))

    assert answer.status_code == 401
    assert "That sign-in didn’t work" in answer.content.decode()
    assert not SocialAccount.objects.exists()


def test_a_name_that_lasts_is_enough(client, asked, bring, signer):
    signed = good(
        asked, signer, name_id="for-good-7", attributes={"mail": "x@library.example", "status": "active"}
    )

    assert bring(saml.answer(asked, signed))["Location"] == reverse("sso_join")
    assert client.session["sso_arrival"]["arrival"]["subject"] == "for-good-7"


def test_an_answer_is_good_once(client, asked, bring, signer):
    known = factories.member()
    SocialAccount.objects.create(user=known, provider="university", uid="ada-1@library.example")
    fields = saml.answer(asked, good(asked, signer))
    bring(fields)
    assert client.session["_auth_user_id"] == str(known.pk)
    client.logout()

    assert bring(fields).status_code in (401, 403)
    assert "_auth_user_id" not in client.session


def test_an_answer_nobody_asked_for_is_refused(client, university, bring, signer):
    fields = saml.answer("", good("", signer))

    assert bring(fields).status_code == 401


def test_another_destination_is_refused(asked, bring, signer):
    fields = saml.answer(asked, good(asked, signer), destination="https://elsewhere.example/acs/")

    assert bring(fields).status_code == 401


def test_turned_away_there_is_said_here(client, asked, bring, signer):
    assert bring(saml.answer(asked, status="Responder")).status_code in (302, 401)


@pytest.mark.parametrize(
    "fields", [{}, {"SAMLResponse": ""}, {"SAMLResponse": "%%%"}, {"SAMLResponse": "AAAA"}]
)
def test_what_is_no_answer_at_all_is_refused_on_a_page(client, university, bring, fields):
    assert bring(fields).status_code == 401


def test_what_is_posted_is_kept_for_minutes_and_not_without_end(client, university, signer):
    posted = client.post(reverse("saml_acs", args=["university"]), {"SAMLResponse": "AAAA"})
    session = SessionStore(client.cookies["saml-answer"].value)

    assert posted.status_code == 302
    assert session.get_expiry_age() <= 600
    huge = client.post(reverse("saml_acs", args=["university"]), {"SAMLResponse": "A" * 300_000})
    assert huge.status_code == 400
    assert client.post(reverse("saml_acs", args=["elsewhere"]), {"SAMLResponse": "AAAA"}).status_code == 404


def test_its_cookie_is_out_of_reach_of_scripts_and_goes_with_the_answer(client, asked, bring, signer):
    """ASVS 3.3.4; with https its name begins with __Host- (3.3.3)."""
    posted = client.post(reverse("saml_acs", args=["university"]), {"SAMLResponse": "AAAA"})

    assert set(posted.cookies) == {"saml-answer"}
    cookie = posted.cookies["saml-answer"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    client.get(posted["Location"])
    assert client.cookies["saml-answer"].value == ""


def test_there_is_no_single_logout(client, as_, university):
    as_(factories.member())
    for method in (client.get, client.post):
        assert method(reverse("saml_sls", args=["university"]), {"SAMLRequest": "AAAA"}).status_code == 404

    assert "_auth_user_id" in client.session


def test_the_metadata_names_where_answers_go(client, university):
    xml = client.get(reverse("saml_metadata", args=["university"])).content.decode()

    assert saml.ACS in xml
    assert 'WantAssertionsSigned="true"' in xml
