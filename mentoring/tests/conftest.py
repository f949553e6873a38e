"""The pair and its neighbours; and readers of other languages."""

import pytest

from testing import world


@pytest.fixture
def people():
    """The pair and its neighbours."""
    return world.build()


@pytest.fixture(params=["es", "fr"])
def language(request):
    return request.param


@pytest.fixture
def reader(language, mentee):
    mentee.language = language
    mentee.save()
    return mentee
