"""Signing in by OpenID Connect, against a provider that answers."""

import time

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.urls import reverse

import factories
from joining.clashes import keep_answer
from joining.models import MembershipEvent, MembershipState, RosterEntry
from joining.states import keep_meaning
from joining.webhook.applying import work_on_events
from mail.models import OutgoingMail
from profiles.models import Member
from sso import arrivals
from sso.arrivals import PENDING
from sso.tests.codes import code_in_last_mail

pytestmark = pytest.mark.django_db
JOIN = {"name": "Ada Okafor", "adult": "on", "terms": "on", "time_zone": "Europe/Dublin"}


def signed_in(client):
    return client.session.get("_auth_user_id")


def test_somebody_new_checks_their_name_and_is_in(client, oidc, person, come):
    answer = come(person("new-1", email="Ada@Library.example"))

    assert answer["Location"] == reverse("sso_join")
    assert not Member.objects.filter(email="ada@library.example").exists()
    assert 'value="Ada Okafor"' in client.get(reverse("sso_join")).content.decode()
    answer = client.post(reverse("sso_join"), JOIN)
    member = Member.objects.get(email="ada@library.example")

    assert answer.status_code == 302
    assert signed_in(client) == str(member.pk)
    assert SocialAccount.objects.get().uid == "new-1"
    entry = RosterEntry.objects.get(member=member)
    assert (entry.external_id, entry.state) == ("no-new-1", MembershipState.CURRENT)


def test_the_second_time_there_is_nothing_to_type(client, oidc, person, come):
    come(person("again", email="again@library.example"))
    client.post(reverse("sso_join"), JOIN)
    client.logout()
    answer = come("again", next="/mentors/")

    assert answer["Location"] == "/mentors/"
    assert signed_in(client)


def test_nothing_that_came_is_kept(client, oidc, person, come):
    come(person("kept", email="kept@library.example", birthdate="1980-01-01", phone_number="+3531234567"))
    client.post(reverse("sso_join"), JOIN)
    client.logout()
    come("kept")

    assert SocialAccount.objects.get().extra_data == {}
    assert not SocialToken.objects.exists()


def test_an_address_that_has_an_account_is_linked_by_a_mailed_code(client, oidc, person, come):
    member = factories.member(email="grace@library.example")
    answer = come(person("grace", email="grace@library.example"))

    assert answer["Location"] == reverse("sso_prove")
    assert not signed_in(client)
    assert not SocialAccount.objects.exists()
    client.post(reverse("sso_prove"), {"code": code_in_last_mail()})

    assert signed_in(client) == str(member.pk)
    assert SocialAccount.objects.get().user == member


def test_a_wrong_code_links_nothing_and_three_end_it(client, oidc, person, come):
    factories.member(email="guess@library.example")
    come(person("guess", email="guess@library.example"))
    answers = [client.post(reverse("sso_prove"), {"code": "WRONG1"}) for _number in range(3)]

    assert [answer.status_code for answer in answers] == [422, 422, 302]
    assert PENDING not in client.session
    client.post(reverse("sso_prove"), {"code": code_in_last_mail()})
    assert not signed_in(client)
    assert not SocialAccount.objects.exists()


def test_a_code_is_good_for_ten_minutes(client, oidc, person, come, monkeypatch):
    """ASVS 6.5.5."""
    factories.member(email="late@library.example")
    come(person("late", email="late@library.example"))
    now = time.time()
    monkeypatch.setattr(arrivals.time, "time", lambda: now + 601)
    client.post(reverse("sso_prove"), {"code": code_in_last_mail()})

    assert not signed_in(client)
    assert not SocialAccount.objects.exists()


def test_an_unproven_address_is_proven_by_a_code_before_anything_is_made(client, oidc, person, come):
    come(person("unproven", email="unproven@library.example", email_verified=False))

    assert client.get(reverse("sso_join"))["Location"] == reverse("sso_prove")
    assert client.post(reverse("sso_prove"), {"code": code_in_last_mail()})["Location"] == reverse("sso_join")
    client.post(reverse("sso_join"), JOIN)
    assert signed_in(client)


def test_a_strangers_sign_up_with_the_same_address_is_gone(client, oidc, person, come):
    begun = Member.objects.create_user("mine@library.example", password="chosen by a stranger", name="X")
    come(person("owner", email="mine@library.example"))
    client.post(reverse("sso_join"), JOIN)

    member = Member.objects.get(email="mine@library.example")
    assert member.pk != begun.pk
    assert not member.check_password("chosen by a stranger")


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


def test_an_address_that_changed_there_is_not_another_person(client, oidc, person, come):
    come(person("moved", email="old@library.example"))
    client.post(reverse("sso_join"), JOIN)
    client.logout()
    other = factories.member(email="taken@library.example")
    come(person("moved", email="taken@library.example"))

    assert Member.objects.get(pk=signed_in(client)).email == "old@library.example"
    assert not SocialAccount.objects.filter(user=other).exists()


def test_an_unproven_address_never_lands_on_the_list(client, oidc, person, come):
    come(person("forger", email="forger@library.example"))
    client.post(reverse("sso_join"), JOIN)
    client.logout()
    come(person("forger", email="victim@library.example", email_verified=False))

    assert not RosterEntry.objects.filter(email="victim@library.example").exists()


def test_an_account_that_is_suspended_stays_out(client, oidc, person, come):
    member = factories.member(email="out@library.example", is_active=False)
    SocialAccount.objects.create(user=member, provider="members", uid="out")
    answer = come(person("out", email="out@library.example"))

    assert answer["Location"] == reverse("account_inactive")
    assert not signed_in(client)


def test_two_providers_lead_to_one_account(client, oidc, person, come, configure, settings):
    first, second = {**settings.SSO_PROVIDERS[0].options}, "university"
    entry = {"kind": "oidc", "name": "N", **first, "claims": {"state": "member_status"}}
    configure({"id": "members", **entry}, {"id": second, **entry})
    come(person("both", email="both@library.example"))
    client.post(reverse("sso_join"), JOIN)
    member = signed_in(client)
    client.logout()
    come("both", provider=second)
    client.post(reverse("sso_prove"), {"code": code_in_last_mail()})

    assert signed_in(client) == member
    assert SocialAccount.objects.filter(user=member).count() == 2
