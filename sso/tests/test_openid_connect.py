"""Signing in by OpenID Connect, against a provider that answers."""

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.urls import reverse

import factories
from joining.models import MembershipState, RosterEntry
from profiles.models import Member
from sso.tests.codes import code_in_last_mail
from sso.tests.oidc_pages import JOIN, signed_in

pytestmark = pytest.mark.django_db


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


def test_an_address_that_changed_there_is_not_another_person(client, oidc, person, come):
    come(person("moved", email="old@library.example"))
    client.post(reverse("sso_join"), JOIN)
    client.logout()
    other = factories.member(email="taken@library.example")
    come(person("moved", email="taken@library.example"))

    assert Member.objects.get(pk=signed_in(client)).email == "old@library.example"
    assert not SocialAccount.objects.filter(user=other).exists()


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
