"""Grants by the owner of the tables: after each `migrate` by themselves, and without a superuser (P8)."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from mentoring.lib import dblogin
from testing.logins import PREFIX, as_login, postgres

pytestmark = postgres
READS = f"SELECT has_table_privilege('{PREFIX}_member', 'meetings_meeting', 'SELECT')"
SPIES = f"SELECT has_table_privilege('{PREFIX}_staff', 'feedback_feedback', 'SELECT')"


def ask(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.description and cursor.fetchone()[0]


@pytest.fixture
def spoilt(logins, settings):
    """Rights as they are once a migration has made a table anew, and something crept in."""
    connection.check_constraints()
    settings.DEMO = False
    ask(f"REVOKE ALL ON meetings_meeting FROM {PREFIX}_member")
    ask(f"GRANT SELECT ON feedback_feedback TO {PREFIX}_staff")


def test_the_owner_sets_them_without_a_superuser(spoilt):
    with as_login("owner"):
        call_command("database_logins", prefix=PREFIX, stdout=StringIO())

    assert ask(READS) and not ask(SPIES)


def test_a_migration_by_the_owner_sets_them(spoilt):
    with as_login("owner"):
        call_command("migrate", verbosity=0)

    assert ask(READS) and not ask(SPIES)


def test_a_migration_by_somebody_else_leaves_them(spoilt):
    """A superuser's: whose logins these are is not said by the name."""
    call_command("migrate", verbosity=0)

    assert not ask(READS)


def test_a_login_that_only_a_superuser_can_make_is_named(logins):
    with as_login("owner"), pytest.raises(CommandError, match="another_member is no login yet"):
        call_command("database_logins", prefix="another")


def test_a_login_that_only_a_superuser_can_make_weaker_is_named(logins):
    ask(f"ALTER ROLE {PREFIX}_staff BYPASSRLS")
    with as_login("owner"), pytest.raises(CommandError, match=f"{PREFIX}_staff may do too much"):
        call_command("database_logins", prefix=PREFIX)


def test_all_that_migrations_made_is_the_owners(logins):
    """Whoever migrated first: a later migration by the owner replaces it."""
    others = "SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proowner <> '{}'::regrole"

    assert ask("SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace") > 3
    assert ask(others.format(f"{PREFIX}_owner")) == 0


def test_what_a_superuser_is_given_to_run_makes_them(db):
    """By psql, so without its \\gexec here."""
    out = StringIO()
    call_command("database_logins", prefix=PREFIX, sql=True, stdout=out)
    lines = out.getvalue().splitlines()
    made = [line for line in lines if line.startswith("ALTER ROLE")]

    assert len(made) == 4 and "PASSWORD" not in out.getvalue()
    assert f"REVOKE ALL ON DATABASE {connection.settings_dict['NAME']} FROM PUBLIC;" in lines


@pytest.mark.parametrize("process", ("member", "staff", "worker"))
def test_a_login_that_may_do_too_little_is_refused(process, logins, settings, monkeypatch):
    """P8: one line that says what to run, in place of errors on single pages."""
    settings.PROCESS, settings.DEMO = process, False
    connection.check_constraints()
    ask(f"REVOKE ALL ON mail_outgoingmail FROM {PREFIX}_{process}")
    monkeypatch.setattr(connection, "close", lambda: None)
    with as_login(process):
        assert "is too weak: no " in dblogin.refusal()
    call_command("database_logins", prefix=PREFIX, stdout=StringIO())
    with as_login(process):
        assert dblogin.refusal() == ""


def test_a_column_that_it_cannot_write_is_missed(spoilt, settings, monkeypatch):
    settings.PROCESS = "worker"
    call_command("database_logins", prefix=PREFIX, stdout=StringIO())
    ask(f"REVOKE UPDATE (sent_at) ON mail_outgoingmail FROM {PREFIX}_worker")
    monkeypatch.setattr(connection, "close", lambda: None)
    with as_login("worker"):
        assert "no UPDATE on mail_outgoingmail" in dblogin.refusal()
