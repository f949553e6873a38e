"""Whom policies are asked of: members of before, those who join now; and what asking costs."""

import pytest
from django.test import Client
from django.utils import timezone

import factories
from configuration.policies.acceptance import VERSIONS, waiting_for
from configuration.tests.policy_pages import PAGE, press
from profiles.models import PolicyAcceptance
from testing.pages import main_text

pytestmark = pytest.mark.django_db


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
