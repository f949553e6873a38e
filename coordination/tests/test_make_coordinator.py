"""A coordinator is made, and unmade, by name and by hand."""

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


def test_a_coordinator_is_made_and_unmade(mentee, capsys):
    call_command("make_coordinator", mentee.email.upper())
    mentee.refresh_from_db()
    assert mentee.is_staff and mentee.groups.exists()

    call_command("make_coordinator", mentee.email, "--no-longer")
    mentee.refresh_from_db()
    assert not mentee.is_staff and not mentee.groups.exists()
    assert capsys.readouterr().out == "Done.\nTaken back.\n"


def test_nobody_of_that_address_is_said_in_one_line(db):
    with pytest.raises(CommandError, match="Nobody has this address"):
        call_command("make_coordinator", "nobody@test.example")
