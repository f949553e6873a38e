"""Root keys change while the site runs (P7)."""

import io
import shutil
import subprocess
import sys
import threading
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection, transaction

import factories
from feedback.models import Feedback
from mentoring.lib.vault import keyring, load_ring
from mentorships.models import DataKey, Mentorship
from privacy import rotation
from privacy.export.archive import archive
from testing.private_texts import MARKER, cells, write_all


@pytest.fixture
def own_rings(settings, tmp_path):
    """Copies of the rings of this run, to be changed."""
    for name in ("CONFIDENTIAL_KEYRING", "CASE_KEYRING"):
        path = tmp_path / name.lower()
        shutil.copy(getattr(settings, name), path)
        setattr(settings, name, str(path))
    return tmp_path / "confidential_keyring"


@pytest.fixture
def written(own_rings, mentor, mentee):
    """Texts of every kind, all openable."""
    pair = write_all(mentor, mentee)
    assert all(cell.words for cell in cells())
    return pair


def rotate(**options):
    call_command("rotate_confidential_keys", **options)


def unopened():
    return [cell for cell in cells() if not (cell.words or "").strip()]


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


def test_what_is_written_during_a_rotation_opens_after_it(own_rings, at_once):
    """P7: writers beside the command, on connections of their own; then the old key goes."""
    pairs = [factories.pair(factories.mentor().member, factories.member()) for _ in range(4)]

    def writer(pair):
        def work():
            for turn in range(10):
                row = Feedback(
                    mentorship=Mentorship.objects.get(pk=pair.pk),
                    author=pair.mentee,
                    letter=f"{MARKER} {turn}",
                    given_at=pair.began_at,
                )
                row.save()

        return work

    done = at_once([*map(writer, pairs), lambda: rotate(ring="pairs"), lambda: None])
    rotate(ring="pairs")
    rotate(ring="pairs")
    rotate(ring="pairs", remove=1)

    assert done == [None] * 6
    assert len(cells()) == 40
    assert unopened() == []


def test_two_who_change_the_ring_at_once_lose_no_key(own_rings):
    """One change at a time, whichever process it comes from."""
    before = own_rings.read_text()
    script = f"from mentoring.lib.vault import keyring\nfor _ in range(15): keyring.add_root_key({str(own_rings)!r})"
    both = [subprocess.Popen([sys.executable, "-c", script], cwd=settings.BASE_DIR) for _ in range(2)]

    assert [process.wait() for process in both] == [0, 0]
    assert own_rings.read_text().startswith(before)
    assert keyring.read_ring(own_rings).current == 31
    assert len(own_rings.read_text().splitlines()) == len(before.splitlines()) + 30


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_a_key_is_not_removed_under_a_writer_who_has_not_finished(own_rings, at_once):
    """P7: the removal waits, then sees what needs the key."""
    pair = factories.pair(factories.mentor().member, factories.member())
    sealed, go_on = threading.Event(), threading.Event()

    def writer():
        with transaction.atomic():
            factories.letter(Mentorship.objects.get(pk=pair.pk), pair.mentee, letter="not yet kept")
            sealed.set()
            go_on.wait(10)

    def remover():
        sealed.wait(10)
        rotation.new_root_key(DataKey)
        list(rotation.rewrap(DataKey))
        threading.Timer(1, go_on.set).start()
        rotation.remove_root_key(DataKey, 1)

    done = at_once([writer, remover])

    assert done[0] is None
    assert isinstance(done[1], rotation.StillNeeded), done
    assert unopened() == []
