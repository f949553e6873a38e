"""A programme with a pair, seen from the staff site."""

import pytest

import factories
from coordination.groups import coordinator_group
from testing import world


@pytest.fixture
def people():
    """The pair and its neighbours, with letters waiting, sent and given up."""
    return world.build()


@pytest.fixture(params=("coordinator", "superuser"))
def staff(request, people, staff_site, client):
    """The staff site, signed in: as a coordinator, then as a superuser."""
    client.raise_request_exception = False
    return people.sign_in(client, request.param)


@pytest.fixture
def colleague(db):
    """A second coordinator."""
    found = factories.member(name="Hal Jordan", is_staff=True)
    coordinator_group().user_set.add(found)
    return found
