"""Signing in with the association's account, with a browser that holds to the policy of the page (product 1)."""

from urllib.parse import quote

import httpx
import pytest

from testing.saml_answers import SUBJECT_ID
from testing.wild_apricot import contact
from trials.journeys.association import code_for

pytestmark = pytest.mark.browser


def test_a_new_member_comes_from_wild_apricot_and_the_second_time_types_nothing(visit, association):
    association.membership.people["Bo Lee"] = contact(901, FirstName="Bo", LastName="Lee")
    for time in ("first", "second"):
        visitor = visit()
        visitor.go("/accounts/login/")
        visitor.press("Continue with Library Association account")
        visitor.page.get_by_role("button", name="Bo Lee").click()
        if time == "first":
            code = code_for(visitor.programme, "contact901@library.example")
            visitor.page.fill("[name=code]", code)
            visitor.press("Continue")
            visitor.page.check("[name=adult]")
            visitor.page.check("[name=terms]")
            visitor.press("Join")
        visitor.go("/accounts/3rdparty/")
        assert "Library Association account" in visitor.text()


def test_somebody_with_an_account_proves_it_is_theirs(visit, association, programme):
    said = {"name": "Somebody Else", "email": "cormac-devaney@demo.example", "email_verified": True}
    httpx.put(f"{association.openid}/users/{quote('n-1')}", json={**said, "member_status": "active"})
    visitor = visit()
    visitor.go("/accounts/login/")
    visitor.press("Continue with Member account")
    visitor.page.fill("[name=sub]", "n-1")
    visitor.page.get_by_role("button", name="Authorize").click()
    visitor.page.fill("[name=code]", code_for(programme, "cormac-devaney@demo.example"))
    visitor.press("Continue")
    visitor.go("/accounts/3rdparty/")

    assert "Member account" in visitor.text()


def test_a_university_posts_its_answer_from_another_site(visit, association):
    association.university.attributes = {
        SUBJECT_ID: "mei@university.example",
        "mail": "mei@university.example",
        "displayName": "Mei Tan",
        "status": "active",
    }
    visitor = visit()
    visitor.go("/accounts/login/")
    visitor.press("Continue with University account")
    visitor.page.get_by_role("button", name="Sign in").click()
    visitor.page.check("[name=adult]")
    visitor.page.check("[name=terms]")
    visitor.press("Join")
    visitor.go("/accounts/3rdparty/")

    assert "University account" in visitor.text()
