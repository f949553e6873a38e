"""While policies wait to be accepted: which pages stay open, and where one comes to afterwards."""

import pytest

from configuration.tests.policy_pages import PAGE, press
from mentoring.lib.access import NEEDS_NO_ACCEPTANCE
from profiles.models import Member
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "onward", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"]
)
def test_the_way_on_stays_on_this_site(onward, as_, mentee, publish):
    assert as_(mentee).get(PAGE, {"next": onward}).url == "/"
    publish()
    assert press(as_(mentee), next=onward).url == "/"


def test_words_that_were_being_written_come_back(as_, mentee, publish):
    client = as_(mentee)
    client.get("/profile/")
    publish()

    answer = client.post("/profile/", {"name": "Amina", "employer": "Lakeside"})
    assert answer.status_code == 403
    assert "Our terms have changed while you were writing" in main_text(answer)
    assert 'value="Lakeside"' in answer.content.decode() and 'href="/accept/"' in answer.content.decode()
    assert Member.objects.get(pk=mentee.pk).employer == ""


OPEN = (
    "/policies/terms/",
    "/policies/terms/0/",
    "/privacy/",
    "/accessibility/",
    "/accounts/email/",
    "/profile/seen/",
)


@pytest.mark.parametrize("address", OPEN)
def test_policies_leaving_and_signing_in_stay_reachable(address, as_, mentee, publish):
    publish()
    where = as_(mentee).get(address)

    assert "/accept/" not in where.headers.get("Location", "")
    assert where.status_code in (200, 302)


def test_one_may_leave_or_sign_out_instead(as_, mentee, publish):
    publish()
    client = as_(mentee)

    assert "/accept/" not in client.get("/profile/close/").headers.get("Location", "")
    assert client.post("/accounts/logout/").url == "/"
    assert client.get("/").status_code == 200


def test_only_these_pages_are_open_before_accepting():
    """Whoever opens another one writes it here, and says why."""
    from django.urls import get_resolver

    found = set()

    def look(patterns):
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                look(pattern.url_patterns)
            elif getattr(pattern.callback, NEEDS_NO_ACCEPTANCE, False):
                found.add(pattern.name)

    look(get_resolver("mentoring.urls").url_patterns)
    leaving = {"take_along", "take_along_progress", "account_close", "account_stay", "seen"}
    mails = {
        "mail_unsubscribe",
        "mail_in",
        "welcome",
        "contact_answer",
        "still_willing",
        "pulse",
        "invited_stop",
    }
    assert found - leaving - mails == {
        *(
            "policy",
            "policy_version",
            "policy_accept",
            "privacy",
            "accessibility",
            "guide",
            "guide_print",
            "guide_chapter",
            "could_i_be_a_mentor",
            "certificate_proof",
            "healthz",
            "readyz",
        )
    }
