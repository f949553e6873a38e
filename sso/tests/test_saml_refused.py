"""Signing in by SAML: every bad answer is refused, and nothing of it counts."""

import pytest
from allauth.socialaccount.models import SocialAccount

from sso.tests.saml_answers import ADA, good, signature_last
from testing import saml_answers as saml

pytestmark = pytest.mark.django_db


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
    "its signature behind all else, as no schema has it": lambda asked, signer: [
        signature_last(good(asked, signer))
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


def test_an_answer_nobody_asked_for_is_refused(client, university, bring, signer):
    fields = saml.answer("", good("", signer))

    assert bring(fields).status_code == 401


def test_an_answer_to_what_another_browser_asked_is_refused_on_a_page(client, university, bring, signer):
    answer = bring(saml.answer("_another", good("_another", signer)))

    assert (answer.status_code, "That sign-in didn’t work" in answer.content.decode()) == (401, True)


def test_another_destination_is_refused(asked, bring, signer):
    fields = saml.answer(asked, good(asked, signer), destination="https://elsewhere.example/acs/")

    assert bring(fields).status_code == 401


@pytest.mark.parametrize(
    "fields", [{}, {"SAMLResponse": ""}, {"SAMLResponse": "%%%"}, {"SAMLResponse": "AAAA"}]
)
def test_what_is_no_answer_at_all_is_refused_on_a_page(client, university, bring, fields):
    assert bring(fields).status_code == 401
