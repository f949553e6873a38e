"""The invented mentors, taken in once a module: the forty samples, and more who are near them."""

from pathlib import Path

import pytest

from testing.sample_mentors import SAMPLES, mentors_of

OTHERS = Path(__file__).parent / "data" / "search_mentors.json"


@pytest.fixture(scope="module")
def samples(django_db_setup, django_db_blocker):
    """The forty of `sample_mentors.json`; undone after the module."""
    with django_db_blocker.unblock(), mentors_of(SAMPLES):
        yield


@pytest.fixture(scope="module")
def everyone(django_db_setup, django_db_blocker):
    """The forty and the others; undone after the module."""
    with django_db_blocker.unblock(), mentors_of(SAMPLES, OTHERS):
        yield
