"""Product 24: coordinators remove and add names of a proposal, or suggest some at once."""

import pytest

from factories import member, mentor
from matching.assignment import deciding
from matching.models import ProposedMentor, Suggestion
from matching.tests.assignment_cast import FITS, MATTERS, PUBLIC, fitting, waits
from matching.tests.proposals import LIST, PAGE, name_of
from mentorships.services.locking import Conflict
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def wish(db):
    return waits(member(**PUBLIC, name="Amina Otieno"), **MATTERS)


def test_a_name_is_removed_once(as_, ready, coordinator, staff_site):
    client, pk = as_(coordinator), name_of("Second Best").pk
    assert "Name removed" in main_text(client.post(f"{PAGE}remove/{pk}/", follow=True))
    assert "already removed" in main_text(client.post(f"{PAGE}remove/{pk}/", follow=True))

    assert ProposedMentor.objects.count() == 1


def test_a_name_is_added_by_hand(as_, ready, wish, coordinator, staff_site):
    third = mentor(**FITS, name="Third Choice")
    client, place = as_(coordinator), f"{LIST}{wish.pk}/"
    assert "Add to the proposal" in client.get(f"{place}change/").content.decode()
    page = client.post(f"{place}suggest/", {"mentors": third.pk, "proposal": "1"}, follow=True)

    assert "Added to the proposal" in main_text(page)
    assert (name_of("Third Choice").rank, name_of("Third Choice").tier) == (3, 1)
    assert "in the proposal" in main_text(client.get(f"{place}change/"))
    fourth = client.post(f"{place}suggest/", {"mentors": mentor(**FITS).pk, "proposal": "1"}, follow=True)
    assert "three names at most" in main_text(fourth)


def test_the_same_name_added_twice_is_refused(ready, wish):
    best = name_of("Rosalind Best").mentor_id

    with pytest.raises(Conflict, match="already has this name"):
        deciding.add_names(wish, {best: 1})


def test_suggested_at_once_is_no_longer_in_the_proposal(as_, ready, wish, coordinator, staff_site):
    profile = name_of("Second Best").mentor.mentor_profile
    as_(coordinator).post(f"{LIST}{wish.pk}/suggest/", {"mentors": profile.pk})

    assert not ProposedMentor.objects.filter(wish=wish).exists()
    assert Suggestion.objects.get().mentor == profile.member


def test_four_at_once_are_too_many_and_none_is_too_few(as_, wish, coordinator, staff_site):
    profiles = [fitting().pk for _one in range(4)]
    client, place = as_(coordinator), f"{LIST}{wish.pk}/suggest/"

    assert "three mentors at most" in main_text(client.post(place, {"mentors": profiles}, follow=True))
    assert "Select one to three" in main_text(client.post(place, {}, follow=True))
    assert not Suggestion.objects.exists()
