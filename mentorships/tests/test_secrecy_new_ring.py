"""A ring of keys is made once, for a new programme, and never beside texts that it cannot open (P4, P9)."""

import pytest
from django.core.management import CommandError, call_command

from mentoring.lib.vault import keyring

pytestmark = pytest.mark.django_db


def test_no_new_ring_is_made_beside_texts(written, other_ring, tmp_path):
    """A new ring would open none of them."""
    other_ring(tmp_path / "lost")

    for options in ({}, {"if_none": True}):
        with pytest.raises(CommandError, match="holds texts sealed with it"):
            call_command("new_keyring", **options)
    assert not (tmp_path / "lost").exists()


def test_a_new_programme_gets_its_ring_once(db, other_ring, tmp_path, capsys):
    """Made, then left as it is."""
    path = tmp_path / "new"
    other_ring(path)
    call_command("new_keyring")
    was = path.read_bytes()
    call_command("new_keyring", if_none=True)

    with pytest.raises(CommandError, match="there already"):
        call_command("new_keyring")
    assert path.read_bytes() == was
    assert was.decode().splitlines()[1][2:] not in capsys.readouterr().out


def test_an_unsound_ring_is_no_reason_for_a_new_one(db, other_ring, tmp_path):
    """P9."""
    (tmp_path / "odd").write_text("1 short\n")
    (tmp_path / "odd").chmod(0o600)
    keyring.create_ring(tmp_path / "odd-cases")
    other_ring(tmp_path / "odd")

    with pytest.raises(CommandError, match="not 32 random bytes"):
        call_command("new_keyring", if_none=True)
