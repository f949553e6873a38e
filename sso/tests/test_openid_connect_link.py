"""Signing in by OpenID Connect: an account is linked, or an address proven, by a mailed code."""

import time
from datetime import timedelta

import pytest
from allauth.socialaccount.models import SocialAccount
from django.urls import reverse
from django.utils import timezone

import factories
from mail.models import OutgoingMail
from profiles.models import Member
from sso import arrivals
from sso.arrivals import PENDING
from sso.tests.codes import code_in_last_mail
from sso.tests.oidc_pages import JOIN, signed_in

pytestmark = pytest.mark.django_db


def test_an_address_that_has_an_account_is_linked_by_a_mailed_code(client, oidc, person, come):
    member = factories.member(email="grace@library.example")
    answer = come(person("grace", email="grace@library.example"))

    assert answer["Location"] == reverse("sso_prove")
    assert not signed_in(client)
    assert not SocialAccount.objects.exists()
    client.post(reverse("sso_prove"), {"code": code_in_last_mail()})

    assert signed_in(client) == str(member.pk)
    assert SocialAccount.objects.get().user == member


def test_whoever_never_signed_in_is_told_of_the_link_too(client, oidc, person, come):
    """An account from the file of mentors, for instance. Whoever joins by it is told nothing: they know."""
    member = factories.member(email="file@library.example", joined_at=timezone.now() - timedelta(days=3))
    come(person("file", email="file@library.example"))
    client.post(reverse("sso_prove"), {"code": code_in_last_mail()})
    client.logout()
    come(person("joins", email="joins@library.example"))
    client.post(reverse("sso_join"), JOIN)

    assert SocialAccount.objects.count() == 2
    assert [mail.to for mail in OutgoingMail.objects.filter(kind="sso/connected")] == [member]


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
