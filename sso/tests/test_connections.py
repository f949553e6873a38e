"""The page on which members see and end their association's sign-in."""

import pytest
from allauth.socialaccount.models import SocialAccount
from django.urls import reverse

import factories
from mail.models import OutgoingMail

pytestmark = pytest.mark.django_db
PAGE = "/accounts/3rdparty/"


@pytest.fixture
def member(client):
    member = factories.member(email="m@library.example")
    client.force_login(member)
    client.post("/accounts/reauthenticate/", {"password": "secret-enough"})
    return member


def test_somebody_signed_in_adds_it_without_a_code(client, oidc, person, come, member):
    answer = come(person("added", email="other@library.example"), process="connect")

    assert answer["Location"] == reverse("socialaccount_connections")
    assert SocialAccount.objects.get().user == member
    assert "Library Association account" in client.get(PAGE).content.decode()
    assert OutgoingMail.objects.filter(kind="sso/connected", to=member).count() == 1


def test_a_sign_in_of_an_hour_ago_is_asked_for_the_password_first(client, oidc, person, come, member):
    client.logout()
    client.force_login(member)
    answer = come(person("later", email="later@library.example"), process="connect")
    assert answer["Location"].startswith("/accounts/reauthenticate/")
    assert not SocialAccount.objects.exists()
    client.post(answer["Location"], {"password": "secret-enough"}, follow=True)

    assert SocialAccount.objects.get().user == member


def test_what_is_somebody_elses_is_not_added(client, oidc, person, come, member):
    other = factories.member()
    SocialAccount.objects.create(user=other, provider="members", uid="taken")
    come(person("taken", email="t@library.example"), process="connect")

    assert SocialAccount.objects.get().user == other
    assert "opens someone else’s account" in client.get(PAGE).content.decode()


def test_signed_out_nothing_is_added(client, oidc):
    answer = client.post(reverse("sso_start", args=["members"]), {"process": "connect"})

    assert answer["Location"] == reverse("account_login")


def test_it_can_be_ended_and_a_mail_says_so(client, oidc, member):
    account = SocialAccount.objects.create(user=member, provider="members", uid="ended")
    client.post(PAGE, {"account": account.pk})

    assert not SocialAccount.objects.exists()
    assert OutgoingMail.objects.filter(kind="sso/disconnected", to=member).count() == 1


def test_nobody_ends_somebody_elses(client, oidc, member):
    other = SocialAccount.objects.create(user=factories.member(), provider="members", uid="theirs")
    client.post(PAGE, {"account": other.pk})

    assert SocialAccount.objects.filter(pk=other.pk).exists()


def test_the_page_is_named_in_the_menu_where_there_is_a_provider(client, oidc, member, settings):
    assert PAGE in client.get(reverse("account_email")).content.decode()
    settings.SSO_PROVIDERS = ()
    assert PAGE not in client.get(reverse("account_email")).content.decode()


def test_signed_out_it_leads_to_signing_in(client, oidc):
    assert client.get(PAGE)["Location"].startswith(reverse("account_login"))


def test_what_is_no_longer_configured_is_named_and_said_to_be_gone(client, oidc, member):
    account = SocialAccount.objects.create(user=member, provider="former", uid="x")
    answer = client.post(PAGE, {"account": account.pk})

    assert answer.status_code == 200
    assert "no longer offers this way" in answer.content.decode()
    assert "former" in answer.content.decode()


def test_the_last_way_in_needs_a_password_first(client, oidc, member):
    account = SocialAccount.objects.create(user=member, provider="members", uid="only")
    member.set_unusable_password()
    member.save()
    client.force_login(member)
    answer = client.post(PAGE, {"account": account.pk})

    assert "Choose a password first" in answer.content.decode()
    assert SocialAccount.objects.exists()
