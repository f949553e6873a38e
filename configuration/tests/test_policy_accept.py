"""Members accept the terms and the privacy statement, each in one version; and again when they change."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

import factories
from configuration.models import TextChange
from configuration.policies.acceptance import VERSIONS, waiting_for
from configuration.policies.passages import changed_passages
from configuration.policies.versions import shipped
from configuration.services.history import add_changes
from mentoring.lib.access import NEEDS_NO_ACCEPTANCE
from profiles.models import Member, PolicyAcceptance
from testing.pages import main_text

pytestmark = pytest.mark.django_db
PAGE = "/accept/"
ROLES = ("mentor", "mentee", "stranger", "coordinator")


@pytest.fixture
def publish(coordinator):
    """`publish(name, text)`: another version is in force, as the staff site does it."""

    def save(name="terms", text="# New terms\n\nBe kind.", language="en-gb"):
        last = TextChange.objects.holding().filter(kind="policy", name=name, language=language).first()
        change = TextChange(
            kind="policy",
            name=name,
            language=language,
            text=text,
            previous=last.pk if last else 0,
            made_by=coordinator,
        )
        add_changes([change])
        return change

    return save


def versions_on(page):
    return page.content.decode().split('name="versions" value="')[1].split('"')[0]


def press(client, **more):
    return client.post(PAGE, {"versions": versions_on(client.get(PAGE)), **more})


@pytest.mark.parametrize("who", ROLES)
def test_whoever_has_accepted_is_asked_nothing(who, as_, request):
    client = as_(request.getfixturevalue(who))

    assert client.get("/").status_code == 200
    assert client.get(PAGE).url == "/"


@pytest.mark.parametrize("who", ROLES)
def test_a_new_version_is_asked_about_at_the_next_page_and_once(who, as_, request, publish):
    member = request.getfixturevalue(who)
    client = as_(member)
    client.get("/")
    number = publish().pk

    assert client.get("/mentors/?q=x").url == "/accept/?next=%2Fmentors%2F%3Fq%3Dx"
    page = main_text(client.get(PAGE))
    assert (
        "Our terms have changed" in page
        and "Be kind." in page
        and "Privacy statement" not in page.split("If you do")[0].split("Terms of use")[1]
    )
    assert press(client, next="/mentors/?q=x").url == "/mentors/?q=x"
    assert client.get("/mentors/").status_code == 200
    kept = PolicyAcceptance.objects.get(member=member, policy="terms", version=number)
    assert (kept.policy, kept.language) == ("terms", "en-gb")


def test_both_versions_are_a_link_away_and_the_privacy_statement_counts_too(as_, mentee, publish):
    publish("privacy", "Other words.")

    page = as_(mentee).get(PAGE).content.decode()
    assert 'href="/policies/privacy/"' in page and 'href="/policies/privacy/0/"' in page
    assert "Other words." in page


def test_the_code_of_conduct_is_not_accepted_one_by_one(as_, mentee, publish):
    publish("conduct", "Other words.")

    assert as_(mentee).get("/").status_code == 200


def test_another_language_is_no_new_version(as_, mentee, publish):
    publish("terms", "Seja gentil.", language="es")
    Member.objects.filter(pk=mentee.pk).update(language="es")
    PolicyAcceptance.objects.update(accepted_at=timezone.now() + timedelta(seconds=1))

    assert as_(mentee).get("/").status_code == 200


def test_a_version_put_back_is_asked_about_too(as_, mentee, publish):
    client = as_(mentee)
    publish()
    press(client)
    publish("terms", None)

    assert client.get("/").status_code == 302
    press(client)
    assert client.get("/").status_code == 200


def test_nobody_accepts_what_they_have_not_seen(as_, mentee, publish):
    publish()
    client = as_(mentee)
    seen = versions_on(client.get(PAGE))
    publish("terms", "Harsher terms.")

    answer = client.post(PAGE, {"versions": seen})
    assert answer.status_code == 422 and "Look again" in main_text(answer)
    assert "Harsher terms." in main_text(answer)
    assert [text.name for text in waiting_for(mentee, "en-gb")] == ["terms"]


@pytest.mark.parametrize("versions", ["", "terms:en-gb:999999999999999999999", "\x00", "x" * 5000])
def test_odd_versions_accept_nothing(versions, as_, mentee, publish):
    publish()

    assert as_(mentee).post(PAGE, {"versions": versions}).status_code == 422
    assert not PolicyAcceptance.objects.filter(member=mentee, version__gt=1).exists()


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
    mails = {"mail_unsubscribe", "mail_in", "welcome", "contact_answer", "still_willing", "pulse"}
    assert found - leaving - mails == {
        *("policy", "policy_version", "policy_accept", "privacy", "accessibility", "healthz", "readyz")
    }


def test_a_member_of_before_is_asked_once_and_an_adult_is_not_asked_their_age_again(as_):
    old = factories.member(accepted=False, adult_at=timezone.now())
    client = as_(old)

    assert client.get("/").url.startswith("/accept/")
    page = main_text(client.get(PAGE))
    assert "Please read and accept" in page and "18 or over" not in page
    press(client)
    assert client.get("/").status_code == 200
    assert set(PolicyAcceptance.objects.filter(member=old).values_list("policy", "version")) == {
        ("terms", 0),
        ("privacy", 0),
    }


def test_whoever_never_said_they_are_an_adult_says_so(as_):
    other = factories.member(accepted=False)
    client = as_(other)

    assert press(client).status_code == 422
    press(client, adult="on")
    other.refresh_from_db()
    assert other.adult_at and client.get("/").status_code == 200


def test_joining_records_what_was_in_force(client, publish):
    number = publish().pk
    form = {"name": "Noor", "email": "noor@test.example", "password1": "a-long-winter-night"}
    client.post("/accounts/signup/", form | {"adult": "on", "terms": "on"})

    rows = PolicyAcceptance.objects.filter(member__email="noor@test.example")
    assert set(rows.values_list("policy", "version")) == {("terms", number), ("privacy", 0), ("adult", 1)}


def test_once_remembered_a_page_costs_no_statement_for_it(as_, mentee, django_assert_num_queries):
    client = as_(mentee)
    client.get("/policies/terms/")
    client.get("/")
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as seen:
        client.get("/")
    assert not [query for query in seen.captured_queries if "policyacceptance" in query["sql"]]
    other = Client()
    other.force_login(mentee)
    with CaptureQueriesContext(connection) as seen:
        other.get("/")
    assert len([query for query in seen.captured_queries if "policyacceptance" in query["sql"]]) == 1


def test_fifty_versions_accepted_are_one_statement(as_, mentee, django_assert_num_queries):
    PolicyAcceptance.objects.bulk_create(
        PolicyAcceptance(member=mentee, policy="terms", language="en-gb", version=number)
        for number in range(1, 51)
    )
    VERSIONS.get()
    with django_assert_num_queries(1):
        waiting_for(mentee, "en-gb")


def test_two_clicks_are_one_acceptance(at_once):
    from configuration.policies.acceptance import accept

    one = factories.member(accepted=False)
    texts = waiting_for(one, "en-gb")
    at_once([lambda: accept(one, texts)] * 2)

    assert PolicyAcceptance.objects.filter(member=one).count() == len(texts) == 3


def test_passages_are_compared_whole():
    assert changed_passages("One.\n\nTwo.", "One.\r\n\r\nThree.\n\nFour.") == (["Three.", "Four."], ["Two."])
    assert changed_passages(shipped("terms", "en-gb"), shipped("terms", "en-gb")) == ([], [])
