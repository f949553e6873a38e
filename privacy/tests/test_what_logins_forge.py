"""With a login that was taken over nobody forges a password, an account, a mail or a pair (P8, P12; A2)."""

import pytest
from django.contrib.auth.hashers import make_password
from django.db import connection

import factories
from mail.models import OutgoingMail
from mentorships.services import recording
from profiles.models import Member
from profiles.privacy import DEAD
from testing.logins import as_login, postgres, refused

OTHERS = ("staff", "worker")


@postgres
@pytest.mark.parametrize("process", OTHERS)
def test_no_login_puts_a_password_of_its_own_into_an_account(process, logins, mentee):
    """The attack: one UPDATE, then the sign-in form."""
    with as_login(process):
        for column, value in (
            ("password", make_password("of-the-thief")),
            ("email", "thief@test.example"),
            ("is_staff", "true"),
            ("is_superuser", "true"),
            ("last_login", "2020-01-01"),
            ("code", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
        ):
            assert refused(f"UPDATE profiles_member SET {column} = '{value}' WHERE id = {mentee.pk}"), column
    mentee.refresh_from_db()
    assert mentee.check_password("secret-enough")


@postgres
def test_the_worker_brings_nobody_back(logins):
    """Suspended, or closed long ago."""
    Member.objects.filter(pk=factories.member().pk).update(is_active=False)
    with as_login("worker"):
        assert refused("UPDATE profiles_member SET is_active = true WHERE NOT is_active")


@postgres
def test_the_worker_empties_an_account_and_puts_nothing_else_there(logins, mentee):
    dead = ", ".join(f"{column} = {value.replace('NEW.', '')}" for column, value in DEAD.items())
    with as_login("worker"), connection.cursor() as cursor:
        cursor.execute(f"UPDATE profiles_member SET {dead} WHERE id = {mentee.pk}")
    mentee.refresh_from_db()

    assert (mentee.password, mentee.email) == ("!closed", f"closed-{mentee.code.hex}@closed.invalid")


@postgres
def test_the_worker_sends_no_mail_and_no_invitation_elsewhere(logins, mentor):
    """A mail that waits may hold a way back into an account."""
    recording.invite(by=mentor, address="invited@test.example", by_mentor=True, focus="specific-skill")
    with as_login("worker"):
        for table, column in (("mail_outgoingmail", "address"), ("mentorships_invitation", "address")):
            assert refused(f"UPDATE {table} SET {column} = 'thief@test.example'")
            with connection.cursor() as cursor:
                cursor.execute(f"UPDATE {table} SET {column} = ''")
        assert refused(f"UPDATE mail_outgoingmail SET to_id = {mentor.pk}")
    assert OutgoingMail.objects.get().address == ""


@postgres
def test_the_worker_writes_nobody_into_a_pair(logins, pair, stranger):
    with as_login("worker"):
        for column in ("mentor_id", "mentee_id", "code"):
            assert refused(f"UPDATE mentorships_mentorship SET {column} = {column}")
        assert refused("UPDATE profiles_mentorprofile SET member_id = member_id")
        assert refused("INSERT INTO profiles_member_groups (member_id, group_id) VALUES (1, 1)")


def test_signing_in_at_the_staff_site_leaves_the_last_sign_in_alone(coordinator, staff_site, client):
    """Links that set a password hang on it."""
    client.post("/admin/login/?next=/admin/", {"username": coordinator.email, "password": "secret-enough"})
    coordinator.refresh_from_db()

    assert client.get("/admin/").status_code == 200
    assert coordinator.last_login is None


def test_signing_in_at_the_member_site_is_remembered(mentee, client):
    client.post("/accounts/login/", {"login": mentee.email, "password": "secret-enough"})
    mentee.refresh_from_db()

    assert mentee.last_login
