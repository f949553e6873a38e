"""A session of the staff site needs both steps, and ends with what it began with."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

import factories
from second_factor.tests.browsers import SET_UP, StaffBrowser, is_in

pytestmark = pytest.mark.django_db


def test_a_session_without_the_second_step_is_ended_where_there_is_one(inside, colleague, key):
    """As one from before it was set up, in another browser."""
    older = StaffBrowser()
    older.password(colleague)
    inside.confirm("/admin/second-factor/password/")
    inside.add_passkey(key)

    assert older.get("/admin/").headers["Location"] == "/admin/login/"
    assert older.get(SET_UP).status_code == 302 and older.get(SET_UP).headers["Location"] != SET_UP


def test_a_session_ends_when_what_it_began_with_is_gone(inside, colleague, key):
    inside.confirm("/admin/second-factor/password/")
    inside.add_passkey(key)
    assert is_in(inside)
    Authenticator.objects.all().delete()

    assert inside.get("/admin/").headers["Location"] == "/admin/login/"


def test_members_do_not_come_in_by_passkey(asked, db, key):
    """The same answer as a passkey that is nobody's."""
    member = factories.member()
    Authenticator.objects.create(
        user=member, type="webauthn", data={"name": "x", "credential": key.create(creation_options(member))}
    )
    client = StaffBrowser()
    answer = client.by_passkey(key)

    assert answer.headers["Location"] == "/admin/login/"
    assert not is_in(client)


def creation_options(member):
    """As a page would ask."""
    from allauth.account.utils import user_pk_to_url_str
    from fido2.utils import websafe_encode

    handle = websafe_encode(user_pk_to_url_str(member).encode())
    return {"publicKey": {"user": {"id": handle}, "challenge": websafe_encode(b"c" * 32)}}


def test_signing_in_here_leaves_the_members_list_of_sessions_alone(inside):
    """The staff site's login of the database has no right to it."""
    from allauth.usersessions.models import UserSession

    assert not UserSession.objects.exists()
    assert reverse("account_login") == "/admin/login/"
