"""The forty sample mentors, taken in once a module, and a way to look at the browse page."""

import pytest

import factories
from factories import member, request
from matching import wishes
from matching.tests.assignment_cast import fitting, waits
from matching.tests.proposals import propose
from profiles import services as people
from profiles.models import Member, MentorProfile
from testing.pages import read
from testing.sample_mentors import SAMPLES, mentors_of


@pytest.fixture(scope="module")
def forty(django_db_setup, django_db_blocker):
    """All of `sample_mentors.json`; undone after the module."""
    with django_db_blocker.unblock(), mentors_of(SAMPLES):
        yield


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


@pytest.fixture
def ready(wish):
    """A proposal of two names for Amina, the worse one second; and Noor, for whom there is nobody."""
    fitting(name="Rosalind Best")
    fitting(name="Second Best", formats=["phone"])
    waits(member(name="Noor van Dijk", languages=["cy"]))
    return propose()


@pytest.fixture
def mentor_request(mentor, mentee):
    return request(mentee, mentor)


@pytest.fixture
def seeker(mentee):
    Member.objects.filter(pk=mentee.pk).update(library_type="public", employer="City Library")
    return Member.objects.get(pk=mentee.pk)


@pytest.fixture
def wish(mentee):
    return wishes.write_wish(mentee, what="binds seed packets.", focus="leadership")


@pytest.fixture
def full(mentor):
    """Rosalind, with every place taken."""
    for _place in range(2):
        people.take_place(mentor)
    return Member.objects.get(pk=mentor.pk)
