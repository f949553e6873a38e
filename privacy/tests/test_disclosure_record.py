"""The record of disclosures is a chain that nobody changes unseen (product 32, P30)."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from privacy import disclosure_log
from privacy.models import DisclosureNotice


def test_the_record_is_a_chain_and_a_change_is_found(run, tmp_path, capsys):
    """Each row holds the hash of the one before."""
    for number in range(3):
        run(out=str(tmp_path / f"{number}.der"))
    call_command("disclose", verify=True)
    assert "whole: 3 disclosures" in capsys.readouterr().out

    _past_the_trigger("UPDATE privacy_disclosure SET reference = 'another' WHERE number = 2")
    with pytest.raises(CommandError, match="row 2"):
        call_command("disclose", verify=True)


def test_a_row_taken_out_is_found(run, tmp_path):
    """The chain has no gaps."""
    for number in range(3):
        run(out=str(tmp_path / f"{number}.der"))
    DisclosureNotice.objects.all().delete()
    _past_the_trigger("DELETE FROM privacy_disclosure WHERE number = 2")

    assert disclosure_log.broken_at() == 2


def _past_the_trigger(statement):
    """As somebody with the whole database in hand."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            connection.check_constraints()
            cursor.execute("ALTER TABLE privacy_disclosure DISABLE TRIGGER USER")
        else:
            for verb in ("UPDATE", "DELETE"):
                cursor.execute(f"DROP TRIGGER privacy_disclosure_no_{verb}")
        cursor.execute(statement)


@pytest.mark.parametrize(
    "change", ("UPDATE privacy_disclosure SET officer = 'x'", "DELETE FROM privacy_disclosure")
)
def test_the_database_refuses_to_change_a_row(change, run):
    """Append-only, below the code."""
    run()
    DisclosureNotice.objects.all().delete()

    with (
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)
