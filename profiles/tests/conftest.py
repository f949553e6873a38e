"""Who joins, signs in and is looked after by coordinators."""

import pytest

import factories
from factories import member
from factories import mentor as make_mentor
from profiles.models import Term


@pytest.fixture
def newcomer():
    return factories.member(name="Noor van Dijk", started_at=None, languages=[], time_zone="Africa/Nairobi")


@pytest.fixture
def office(coordinator, client, staff_site):
    """The client, as a coordinator on the staff site."""
    client.force_login(coordinator)
    return client


@pytest.fixture
def profile(db):
    return make_mentor(name="Ada Lovelace", bio="I mend bindings.")


@pytest.fixture
def amina():
    return member(email="amina@test.example", name="Amina Otieno")


@pytest.fixture
def archives():
    Term.objects.filter(kind="area", slug="archives").update(synonyms="records\nmanuscripts\nestate papers")
    return Term.objects.get(kind="area", slug="archives")
