"""Members accept the terms and the privacy statement, each in one version; and again when they change."""

from datetime import timedelta

import pytest
from django.utils import timezone

from configuration.policies.acceptance import waiting_for
from configuration.policies.passages import changed_passages
from configuration.policies.versions import shipped
from configuration.tests.policy_pages import PAGE, press, versions_on
from profiles.models import Member, PolicyAcceptance
from testing.pages import main_text

pytestmark = pytest.mark.django_db
ROLES = ("mentor", "mentee", "stranger", "coordinator")


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


def test_passages_are_compared_whole():
    assert changed_passages("One.\n\nTwo.", "One.\r\n\r\nThree.\n\nFour.") == (["Three.", "Four."], ["Two."])
    assert changed_passages(shipped("terms", "en-gb"), shipped("terms", "en-gb")) == ([], [])
