"""The worker's and the staff site's login write no way into an account or a text (P8, P12; A2)."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from mentoring.lib.registry.personal_data import MODELS, declare
from mentoring.lib.vault.rows import Confidential, WrappedKey
from privacy import grants
from testing.logins import PREFIX, postgres

OTHERS = ("staff", "worker")
# Who signs in, who is whose partner, whose a key is, where a mail goes: written by the member process alone.
OPENING_NAMES = {
    "password",
    "last_login",
    "verified",
    "primary",
    "session_key",
    "token",
    "feed",
    "wrapped",
    "scope",
}
OPENING_COLUMNS = {
    "profiles.member": {"id", "code", "email", "is_active", "is_staff", "is_superuser"},
    "mentorships.mentorship": {"id", "code", "mentor_id", "mentee_id"},
    "matching.mentorrequest": {"id", "code", "mentor_id", "mentee_id", "mentorship_id"},
    "mentorships.invitation": {"id", "code", "by_id", "by_mentor", "address", "mentorship_id"},
    "mail.outgoingmail": {"id", "to_id", "address"},
    "meetings.attendee": {"id", "member_id", "meeting_id", "rhythm_id", "uid"},
    "profiles.mentorprofile": {"id", "member_id"},
    "conduct.case": {"id", "code", "member_id", "about_id"},
}
# Suspending is what staff is there for: an account that may sign in again opens with its own password.
ALLOWED = {("staff", "profiles.member", "is_active"), ("staff", "coordination.staffsession", "session_key")}
# The worker gives a role that two people agreed on at two sites: coordination/tests/test_role_logins.py.
# What the staff site adds of second factors counts there alone: second_factor/tests/test_logins.py.
GUARDED = {("worker", "profiles.member_groups"), ("staff", "mfa.authenticator")}
NO_NEW_ROWS = {
    "profiles.member",
    "profiles.member_groups",
    "profiles.member_user_permissions",
    "auth.group",
    "auth.group_permissions",
    "account.emailaddress",
    "account.emailconfirmation",
    "mfa.authenticator",
    "sessions.session",
    "usersessions.usersession",
    "mentorships.mentorship",
    "mentorships.datakey",
    "mentorships.invitation",
    "matching.mentorrequest",
    "meetings.calendarsettings",
    "conduct.case",
}


def model_of(label):
    return apps.get_model(label) if "." in label else None


def columns_of(label):
    with connection.cursor() as cursor:
        found = connection.introspection.get_table_description(cursor, grants.tables()[label])
    return {column.name for column in found}


def opening(label):
    """The columns of a table that open something."""
    model = model_of(label)
    texts = set(model.private_columns()) if model and issubclass(model, Confidential) else set()
    if model and issubclass(model, WrappedKey):
        texts |= columns_of(label)
    return OPENING_COLUMNS.get(label, set()) | texts | (columns_of(label) & OPENING_NAMES)


@pytest.mark.django_db
@pytest.mark.parametrize("process", OTHERS)
def test_each_column_that_may_be_written_says_why_it_opens_nothing(process):
    """In the declarations, which the rights are made from."""
    for label, given in grants.rights(process).items():
        assert not {"I", "U"} & set(given.verbs), label
        assert set(given.change) | set(given.only) <= columns_of(label), label
        assert all(len(why) > 10 for why in given.change.values()), label
        written = {(process, label, column) for column in set(given.change) & opening(label)}
        assert written <= ALLOWED, label


@pytest.mark.parametrize("process", OTHERS)
def test_no_account_no_address_no_session_and_no_pair_is_added(process):
    rights = grants.rights(process)
    added = {label for label, given in rights.items() if given.insert}

    assert set(MODELS.names()) >= NO_NEW_ROWS
    assert {(process, label) for label in added & NO_NEW_ROWS} <= GUARDED
    assert all(rights[label].insert_if for label in added & NO_NEW_ROWS)
    assert all(len(given.insert) > 10 for given in rights.values() if given.insert)


def test_a_right_to_write_without_a_reason_is_refused():
    """The test above can fail."""
    for login in OTHERS:
        with pytest.raises(ValueError, match="why does that open nothing"):
            declare("nothing.such", export="none: x", leaving="none", **{login: "SU"})


@postgres
@pytest.mark.django_db
@pytest.mark.parametrize("process", OTHERS)
def test_postgres_lets_each_login_write_what_is_declared_and_no_column_more(process):
    """Asked of PostgreSQL itself, column by column of every table."""
    call_command("database_logins", prefix=PREFIX)
    known, given = grants.tables(), grants.rights(process)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            label = next((label for label, name in known.items() if name == table), table)
            rights = given.get(label)
            for verb, declared in (
                ("UPDATE", rights and {*rights.change, *rights.only}),
                ("INSERT", rights and rights.insert and _names(cursor, table)),
            ):
                assert _may(cursor, process, table, verb) == (declared or set()), (table, verb)


def _names(cursor, table):
    return {column.name for column in connection.introspection.get_table_description(cursor, table)}


def _may(cursor, process, table, verb):
    found = set()
    for column in _names(cursor, table):
        cursor.execute(
            "SELECT has_column_privilege(%s, %s, %s, %s)", [f"{PREFIX}_{process}", table, column, verb]
        )
        if cursor.fetchone()[0]:
            found.add(column)
    return found
