"""Root keys change while somebody writes, and while somebody else changes the ring (P7)."""

import subprocess
import sys
import threading

import pytest
from django.conf import settings
from django.db import connection, transaction

import factories
from feedback.models import Feedback
from mentoring.lib.vault import keyring
from mentorships.models import DataKey, Mentorship
from privacy import rotation
from privacy.tests.rotations import rotate, unopened
from testing.private_texts import MARKER, cells


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
