"""A session opens an account, so nobody but its own process reads it; and so do the codes in it (P8, P12; A3)."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

import factories
from coordination.models import StaffSession
from coordination.privacy import forget_staff_sessions
from mentoring.lib.sealed_sessions import SessionStore
from testing.account_mails import newest
from testing.logins import as_login, make, postgres, refused
from testing.places import tables

pytestmark = pytest.mark.django_db
CODE = re.compile(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]*)\s*$", re.MULTILINE)
STATEMENTS = (
    "SELECT session_data FROM {}",
    "SELECT * FROM {}",
    "UPDATE {} SET session_data = session_data",
    "UPDATE {} SET session_key = 'x'",
    "INSERT INTO {} VALUES ('x', 'x', now())",
)


@postgres
@pytest.mark.parametrize(
    ("process", "table"),
    [
        ("worker", "django_session"),
        ("staff", "django_session"),
        ("worker", "coordination_staffsession"),
        ("member", "coordination_staffsession"),
    ],
)
def test_no_other_login_reads_or_writes_a_session(process, table):
    make()
    with as_login(process):
        assert [statement for statement in STATEMENTS if not refused(statement.format(table))] == []


@postgres
def test_the_staff_login_cannot_tell_that_a_member_is_signed_in():
    make()
    with as_login("staff"):
        assert refused("SELECT count(*) FROM django_session")
        assert refused("SELECT count(*) FROM usersessions_usersession")


def ask_for_code(client, member):
    client.post("/accounts/login/code/", {"email": member.email})
    return re.search(CODE, newest(member.email).text)[1]


def test_a_copy_of_the_database_holds_no_sign_in_code(client, mentee):
    """Asked for in one's own browser, for somebody else's account."""
    code = ask_for_code(client, mentee).encode()
    assert code in repr(SessionStore(Session.objects.get().pk).load()).encode()

    places = {place for place, rows in tables().items() if code in rows}

    assert places <= {"table mail_outgoingmail"}


def test_the_code_still_signs_in(client, mentee):
    code = ask_for_code(client, mentee)
    client.post("/accounts/login/code/confirm/", {"code": code})

    assert client.get("/profile/").status_code == 200


def test_what_one_session_holds_is_nothing_in_another(as_, mentee, stranger):
    """Whoever may write to the table cannot make a member of a guest's session."""
    client = as_(mentee)
    of_mentee = Session.objects.get()
    Client().post("/accounts/login/code/", {"email": stranger.email})
    other = Session.objects.exclude(pk=of_mentee.pk).get()
    Session.objects.filter(pk=other.pk).update(session_data=of_mentee.session_data)

    assert SessionStore(of_mentee.pk).load()["_auth_user_id"] == str(mentee.pk)
    assert SessionStore(other.pk).load() == {}
    assert client.get("/profile/").status_code == 200


def test_another_secret_opens_no_session(as_, mentee, settings):
    as_(mentee)
    settings.SECRET_KEY = "of-another-process-" * 4

    assert SessionStore(Session.objects.get().pk).load() == {}


def test_the_staff_site_has_sessions_of_its_own(coordinator, staff_site, client):
    client.post("/admin/login/?next=/admin/", {"username": coordinator.email, "password": "secret-enough"})

    assert client.get("/admin/").status_code == 200
    assert (StaffSession.objects.count(), Session.objects.count()) == (1, 0)
    assert "Sign in again" in client.post("/admin/logout/").content.decode()
    assert not StaffSession.objects.filter(session_data__contains="_auth").exists()
    assert client.get("/admin/").status_code == 302


def test_a_changed_password_ends_the_sessions_of_the_staff_site(coordinator, staff_site, client):
    """P16."""
    client.post("/admin/login/?next=/admin/", {"username": coordinator.email, "password": "secret-enough"})
    coordinator.set_password("another-secret-enough")
    coordinator.save()

    assert client.get("/admin/").status_code == 302


def test_what_has_run_out_is_forgotten():
    now = timezone.now()
    for number, day in enumerate((-1, 1)):
        StaffSession.objects.create(
            session_key=number, session_data="", expire_date=now + timezone.timedelta(day)
        )

    assert forget_staff_sessions(now, timezone.timedelta(0)) == 1
    assert factories.member()  # members are none of its business
    assert StaffSession.objects.get().pk == "1"
