"""The forty sample mentors, taken in once a module, and a way to look at the browse page."""

import pytest
from django.db import transaction

import factories
from coordination.importing import load_file
from directory import facet_index
from factories import member
from profiles.models import MentorProfile
from profiles.vocabulary import DATA
from testing.pages import read


@pytest.fixture(scope="module")
def forty(django_db_setup, django_db_blocker):
    """All of `sample_mentors.json`; undone after the module."""
    facet_index.forget()
    with django_db_blocker.unblock(), transaction.atomic():
        load_file(DATA.parent / "sample_mentors.json")
        yield
        transaction.set_rollback(True)


@pytest.fixture
def reader(db):
    """Somebody who has told nothing but a name and a time zone."""
    return member(name="Noor van Dijk", time_zone="Europe/London")


@pytest.fixture
def browse(client, reader):
    """`browse(q=…, area=[…])`: the page as `reader` finds it."""
    client.force_login(reader)

    def look(**asked):
        return read(client.get("/mentors/", asked))

    return look


@pytest.fixture(params=("mentee blocks", "mentor blocks"))
def sides(request, mentor, mentee):
    """(who blocks, who is blocked), once each way; both are mentors, so both could be found."""
    profile = MentorProfile(member=mentee, areas=["archives"], bio="I bind seedlings.", capacity=2)
    factories.profile_services.save_mentor(profile)
    factories.profile_services.publish(profile)
    return (mentee, mentor) if request.param == "mentee blocks" else (mentor, mentee)
