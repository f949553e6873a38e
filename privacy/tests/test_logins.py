"""Three logins of PostgreSQL, each with no more than it needs (P8, P9)."""

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

import factories
from mail.models import ERASED
from mentoring.lib.registry.personal_data import MODELS
from mentoring.lib.vault.rows import Confidential, WrappedKey
from privacy import grants
from testing.logins import PREFIX, as_login, postgres, refused

SECRET = [m for m in apps.get_models() if issubclass(m, (Confidential, WrappedKey))]


@postgres
@pytest.mark.parametrize("process", ("staff", "worker"))
@pytest.mark.parametrize("model", SECRET, ids=lambda model: model._meta.label)
def test_staff_and_worker_can_read_no_text_and_no_key(process, model, logins):
    """P8: permission denied, whole rows and each secret column. Forgetting may be allowed: NULL and nothing else."""
    if process == "staff" and model._meta.app_label == "conduct":
        pytest.skip("cases are for coordinators")
    secret = model.private_columns() if issubclass(model, Confidential) else ["wrapped"]
    forgets = MODELS.get(model._meta.label_lower).worker.only if process == "worker" else {}
    with as_login(process):
        assert refused(f"SELECT * FROM {model._meta.db_table}")
        for column in secret:
            assert refused(f"SELECT {column} FROM {model._meta.db_table}")
            may_forget = forgets.get(column) == "NULL"
            assert may_forget or refused(f"UPDATE {model._meta.db_table} SET {column} = NULL")


@postgres
def test_staff_cannot_tell_who_is_paired(logins):
    """P13, below the code: not even that rows are there."""
    with as_login("staff"):
        for table in ("mentorships_mentorship", "matching_mentorrequest", "conduct_block"):
            assert refused(f"SELECT count(*) FROM {table}")


@postgres
def test_staff_can_neither_read_a_way_into_an_account_nor_write_one(logins):
    """P12, below the code: no mail that waits, no password, no address, no rank."""
    factories.member()
    with as_login("staff"):
        for column in ERASED:
            assert refused(f"SELECT {column} FROM mail_outgoingmail")
        for column in ("password", "email", "is_superuser"):
            assert refused(f"UPDATE profiles_member SET {column} = {column}")
        assert refused("UPDATE profiles_member SET is_staff = true WHERE NOT is_staff")


@postgres
def test_nobody_but_the_owner_reaches_the_record_of_disclosures(logins):
    """Product 32: a member process that was taken over can neither read nor mend it."""
    for process, verb in (
        ("member", "SELECT * FROM"),
        ("member", "DELETE FROM"),
        ("staff", "SELECT * FROM"),
        ("worker", "DELETE FROM"),
    ):
        with as_login(process):
            assert refused(f"{verb} privacy_disclosure")


def test_every_name_in_the_table_is_a_model():
    """A renamed model cannot silently lose its rights."""
    known = grants.tables().keys()
    for process in grants.PROCESSES:
        assert grants.rights(process).keys() <= known
    assert known - grants.rights("member").keys() == {
        "privacy.disclosure",
        "admin.logentry",
        "coordination.staffsession",
        "socialaccount.socialapp",
    }


@postgres
def test_run_again_it_repairs(logins, capsys):
    """Idempotent: rights that crept in go, passwords stay."""
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT SELECT ON feedback_feedback TO {PREFIX}_staff")
    capsys.readouterr()
    call_command("database_logins", prefix=PREFIX)

    assert "password" not in capsys.readouterr().out
    with as_login("staff"):
        assert refused("SELECT * FROM feedback_feedback")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="what SQLite answers")
def test_sqlite_has_no_logins(db):
    """Bad input."""
    with pytest.raises(CommandError, match="Only PostgreSQL"):
        call_command("database_logins")


@postgres
@pytest.mark.parametrize("prefix", ("Mentoring", "a; DROP", "", "mentoring-x"))
def test_an_odd_prefix_is_refused(prefix, db):
    """Bad input: it becomes part of statements."""
    with pytest.raises(CommandError, match="--prefix"):
        call_command("database_logins", prefix=prefix)
