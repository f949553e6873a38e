"""Two people who look for a peer."""

import pytest

from factories import member
from peers import services


@pytest.fixture
def asker(db):
    """Works solo in a school library."""
    return _looking(
        "Ada Obi", library_type="school", library_size="solo", employer="North School", seeking=["networking"]
    )


@pytest.fixture
def asked(db):
    """So does he, elsewhere."""
    return _looking(
        "Ben Cho", library_type="school", library_size="solo", employer="South School", seeking=["networking"]
    )


def _looking(name, **fields):
    person = member(name=name, **fields)
    services.look_for_peer(person, about=f"{name} would like to swap notes.")
    return person
