"""Two machines, each with a copy of the ring: what one seals, the other opens, at every step of a rotation (P7)."""

import shutil

import pytest

import factories
from mentoring.lib.vault import load_ring
from mentorships.models import DataKey
from privacy import rotation
from privacy.tests.rotations import rotate, unopened
from testing.private_texts import write_all


@pytest.fixture
def on(own_rings, settings, tmp_path):
    """`on("b")`: this process is that machine from now on; `on.copy()`: its ring goes to the other one."""
    rings = {"a": own_rings, "b": tmp_path / "of-b"}

    def be(name):
        settings.CONFIDENTIAL_KEYRING = str(rings[name])
        be.here = name

    def copy():
        there = rings["b" if be.here == "a" else "a"]
        shutil.copy2(rings[be.here], there)

    be.copy = copy
    be("a")
    copy()
    return be


def test_prepared_first_all_of_it_opens_on_both_while_one_rotates_before_the_other(
    on, mentor, mentee, capsys
):
    write_all(mentor, mentee)
    rotate(ring="pairs", prepare=True)
    assert "key 2 opens, and does not seal yet" in capsys.readouterr().out
    on.copy()
    rotate(ring="pairs")
    assert load_ring().current == 2
    on("b")
    assert load_ring().current == 1
    assert unopened() == []
    write_all(factories.mentor().member, factories.member())
    on("a")
    assert unopened() == []

    on("b")
    rotate(ring="pairs")  # what b has sealed since is wrapped anew, and nothing is wrapped back
    assert load_ring().current == 2
    assert rotation.wrapped_by(DataKey, 1).count() == 0
    rotate(ring="pairs", remove=1)
    on("a")
    rotate(ring="pairs", remove=1)
    for machine in "ab":
        on(machine)
        assert unopened() == []


def test_without_that_the_other_machine_opens_nothing(on, mentor, mentee):
    """Why --prepare is there."""
    write_all(mentor, mentee)
    rotate(ring="pairs")
    on("b")
    assert unopened() != []
