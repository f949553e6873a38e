"""Root keys change while the site runs (P7)."""

import io
from zipfile import ZipFile

import pytest
from django.core.management import CommandError

from mentoring.lib.vault import keyring, load_ring
from mentorships.models import DataKey
from privacy import rotation
from privacy.export.archive import archive
from privacy.tests.rotations import rotate, unopened
from testing.private_texts import MARKER, cells, write_all


@pytest.fixture
def written(own_rings, mentor, mentee):
    """Texts of every kind, all openable."""
    pair = write_all(mentor, mentee)
    assert all(cell.words for cell in cells())
    return pair


def test_after_rotation_every_text_opens_and_the_old_key_can_go(written, own_rings, capsys):
    """P7: 100 % before and after the old key is gone."""
    rotate()

    assert f"0 of {DataKey.objects.count()} data keys wait" in capsys.readouterr().out
    assert load_ring().current == 2
    assert unopened() == []
    rotate(ring="pairs", remove=1)
    assert 1 not in load_ring()
    assert unopened() == []


def test_a_key_removed_too_early_is_refused_with_the_number_of_texts(written, own_rings):
    """P7, bad input."""
    rotation.new_root_key(DataKey)
    was = own_rings.read_text()

    with pytest.raises(CommandError, match=rf"open {len(cells())} texts"):
        rotate(ring="pairs", remove=1)
    with pytest.raises(CommandError, match="the one in use"):
        rotate(ring="pairs", remove=2)
    with pytest.raises(CommandError, match="no key 7"):
        rotate(ring="pairs", remove=7)
    with pytest.raises(CommandError, match="which ring"):
        rotate(remove=1)
    assert own_rings.read_text() == was
    assert unopened() == []


def test_stopped_half_way_it_goes_on(written, monkeypatch, capsys):
    """P7: no second new key, nothing unreadable in between."""
    monkeypatch.setattr(rotation, "BATCH", 1)
    rotation.new_root_key(DataKey)
    steps = rotation.rewrap(DataKey)
    next(steps)

    assert unopened() == []
    assert rotation.keys_to_rewrap(DataKey).count() == DataKey.objects.count() - 1
    rotate(ring="pairs")
    assert load_ring().current == 2
    assert rotation.keys_to_rewrap(DataKey).count() == 0
    assert "was not finished" in capsys.readouterr().out


def test_the_ring_stays_private_and_whole(written, own_rings):
    """P7: mode 600, the old key and its comment kept."""
    before = own_rings.read_text()
    rotate(ring="pairs")

    assert own_rings.stat().st_mode & 0o777 == 0o600
    assert own_rings.read_text().startswith(before)
    assert keyring.read_ring(own_rings).current == 2


def test_a_key_that_does_not_open_is_said_and_left(written):
    """P7, P4: counted, never guessed at; a further rotation has to be asked for."""
    odd = DataKey.objects.first()
    DataKey.objects.filter(pk=odd.pk).update(wrapped=bytes(odd.wrapped)[:-1] + b"\0")

    with pytest.raises(CommandError, match="1 data keys do not open"):
        rotate(ring="pairs")
    assert rotation.keys_to_rewrap(DataKey).count() == 1
    with pytest.raises(CommandError, match="1 data keys do not open"):
        rotate(ring="pairs", new=True)
    assert load_ring().current == 3


def test_an_archive_that_is_being_sent_holds_all_its_texts(written, mentee):
    """Bad input: export during rotation, the old key gone before the last part is sent."""
    sending = archive(mentee)
    first = next(sending)
    rotate(ring="pairs")
    rotate(ring="pairs", remove=1)

    zipped = ZipFile(io.BytesIO(first + b"".join(sending)))
    assert zipped.testzip() is None
    assert '"text": null' not in zipped.read("mentorship-1.json").decode()
    assert MARKER in zipped.read("mentorship-1.html").decode()
