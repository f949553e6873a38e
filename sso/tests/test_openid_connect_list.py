"""Signing in by OpenID Connect: what the provider says of a membership, and whom that lets in."""

import pytest
from allauth.socialaccount.models import SocialAccount
from django.urls import reverse

import factories
from joining.clashes import keep_answer
from joining.models import MembershipEvent, MembershipState, RosterEntry
from joining.states import keep_meaning
from joining.webhook.applying import work_on_events
from mail.models import OutgoingMail
from profiles.models import Member
from sso.tests.oidc_pages import JOIN, signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ({"member_status": "expired"}, "You need a current membership"),
        ({"member_status": "Emeritus of sorts"}, "Emeritus of sorts"),
        ({"member_status": None}, "You need a current membership"),
        ({"email": ""}, "We couldn’t find your email address"),
        ({"email": "not an address"}, "We couldn’t find your email address"),
    ],
)
def test_who_is_not_let_in_has_no_account_and_is_told_why(client, oidc, person, come, claims, words):
    answer = come(person("refused", **{"email": "refused@library.example", **claims}))

    assert answer.status_code == 403
    assert words in answer.content.decode()
    assert not Member.objects.filter(email="refused@library.example").exists()
    assert not RosterEntry.objects.exists()
    assert not SocialAccount.objects.exists()
    assert not OutgoingMail.objects.exists()


def test_a_word_nobody_knows_is_a_question_and_its_answer_lets_in(client, oidc, person, come, coordinator):
    person("asked", email="asked@library.example", member_status="Emeritus")
    for _twice in range(2):
        come("asked")
    work_on_events()
    event = MembershipEvent.objects.get()
    assert (event.state, event.question, event.text) == ("question", "state", "Emeritus")
    keep_meaning("Emeritus", MembershipState.CURRENT, by=coordinator)

    assert come("asked")["Location"] == reverse("sso_join")
    work_on_events()
    client.post(reverse("sso_join"), JOIN)
    assert RosterEntry.objects.get().member == Member.objects.get(email="asked@library.example")
    assert MembershipEvent.objects.get().data == {}


def test_an_address_that_is_somebody_elses_on_the_list_is_a_question(client, oidc, person, come, coordinator):
    RosterEntry.objects.create(
        external_id="7", email="shared@library.example", name="Bo Lee", state="current"
    )
    answer = come(person("clash", email="shared@library.example"))
    work_on_events()

    assert answer.status_code == 403
    assert "belongs to someone else" in answer.content.decode()
    assert MembershipEvent.objects.get().question == "clash"
    keep_answer(MembershipEvent.objects.get().clash, same=True, by=coordinator)
    assert come("clash")["Location"] == reverse("sso_join")


def test_several_memberships_the_best_one_counts(client, oidc, person, come):
    answer = come(person("many", email="many@library.example", member_status=["lapsed", "current"]))

    assert answer["Location"] == reverse("sso_join")


def test_a_membership_that_ended_pauses_the_mentor_and_signs_in_still(client, oidc, person, come):
    mentor = factories.mentor(email="m@library.example")
    SocialAccount.objects.create(user=mentor.member, provider="members", uid="lapsing")
    come(person("lapsing", email="m@library.example"))
    come(person("lapsing", email="m@library.example", member_status="lapsed"))
    mentor.refresh_from_db()

    assert signed_in(client) == str(mentor.member.pk)
    assert mentor.status == "paused"
    come(person("lapsing", email="m@library.example", member_status="active"))
    mentor.refresh_from_db()
    assert mentor.status == "published"


def test_an_unproven_address_never_lands_on_the_list(client, oidc, person, come):
    come(person("forger", email="forger@library.example"))
    client.post(reverse("sso_join"), JOIN)
    client.logout()
    come(person("forger", email="victim@library.example", email_verified=False))

    assert not RosterEntry.objects.filter(email="victim@library.example").exists()
