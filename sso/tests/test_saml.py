"""Signing in by SAML: a good answer, once, and what the site says of itself."""

import pytest
from allauth.socialaccount.models import SocialAccount
from django.urls import reverse

import factories
from mentoring.lib.sealed_sessions import SessionStore
from sso.tests.saml_answers import good
from testing import saml_answers as saml

pytestmark = pytest.mark.django_db
JOIN = {"name": "Ada Okafor", "adult": "on", "terms": "on", "time_zone": "Europe/Dublin"}


def test_a_signed_answer_leads_in(client, asked, bring, signer):
    assert bring(saml.answer(asked, good(asked, signer)))["Location"] == reverse("sso_join")
    client.post(reverse("sso_join"), JOIN)
    account = SocialAccount.objects.get()

    assert (account.uid, account.extra_data) == ("ada-1@library.example", {})
    assert client.session["_auth_user_id"] == str(account.user_id)


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


def test_turned_away_there_is_said_here(client, asked, bring, signer):
    assert bring(saml.answer(asked, status="Responder")).status_code in (302, 401)


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
