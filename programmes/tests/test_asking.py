"""Product 49: one asks within a programme, beside the free choice; the mentor still says yes or no."""

from datetime import timedelta

import pytest
from django.utils import timezone

import factories
from matching import services as asking
from matching.asking import CannotAccept, CannotAsk
from matching.blocking import block
from matching.models import MentorRequest
from mentorships.models import Mentorship
from programmes.models import PairedBy, Pairing, ProposedName
from programmes.services.joining import leave
from programmes.tests.conftest import asked
from testing.pages import main_text
from testing.programmes import enrol, make

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(programme, mentor, mentee):
    """Mentor and mentee take part; the mentor has one place."""
    enrol(programme, mentor, part="mentor", places=1)
    enrol(programme, mentee)


def test_a_yes_makes_a_pair_of_the_programme_and_takes_no_free_place(programme, both, mentor, mentee):
    mentorship = asking.accept_request(asked(programme, mentee, mentor))

    mentor.mentor_profile.refresh_from_db()
    assert mentor.mentor_profile.active == 0
    assert Pairing.objects.get().mentorship == mentorship
    assert Pairing.objects.get().ends_on == programme.ends_on


def test_the_two_may_have_a_free_mentorship_as_well(programme, both, mentor, mentee):
    factories.pair(mentor, mentee)
    asking.accept_request(asked(programme, mentee, mentor))

    assert sorted(Mentorship.objects.values_list("kind", flat=True)) == ["mentoring", "programme"]


def test_the_last_place_is_the_last(programme, both, mentor, mentee):
    other = factories.member()
    enrol(programme, other)
    late = asked(programme, other, mentor)
    asking.accept_request(asked(programme, mentee, mentor))

    with pytest.raises(CannotAccept, match="no room"):
        asking.accept_request(late)
    third = factories.member()
    enrol(programme, third)
    with pytest.raises(CannotAsk, match="no room"):
        asked(programme, third, mentor)


def test_an_ended_pair_gives_its_place_back(programme, both, mentor, mentee):
    asking.accept_request(asked(programme, mentee, mentor))
    factories.mentorship_services.end(Mentorship.objects.get(), by=mentee)
    other = factories.member()
    enrol(programme, other)

    assert asked(programme, other, mentor)


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_both_have_to_take_part(who, programme, both, mentor, mentee, request):
    leave(programme, request.getfixturevalue(who))

    with pytest.raises(CannotAsk):
        asked(programme, mentee, mentor)


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_who_leaves_while_it_waits_is_no_pair_of_the_programme(who, programme, both, mentor, mentee, request):
    waiting = asked(programme, mentee, mentor)
    leave(programme, request.getfixturevalue(who))

    with pytest.raises(CannotAccept):
        asking.accept_request(waiting)
    assert not Mentorship.objects.exists()


def test_the_waiting_list_asks_nobody(mentor, mentee):
    programme = make(places=0)
    enrol(programme, mentor, part="mentor")
    enrol(programme, mentee)

    with pytest.raises(CannotAsk):
        asked(programme, mentee, mentor)


def test_a_mentor_of_it_asks_nobody(programme, both, mentor):
    other = factories.mentor().member
    enrol(programme, other, part="mentor")

    with pytest.raises(CannotAsk, match="as a mentee"):
        asked(programme, other, mentor)


def test_nothing_is_asked_once_it_is_over(programme, both, mentor, mentee):
    waiting = asked(programme, mentee, mentor)
    programme.starts_on = programme.ends_on = timezone.localdate() - timedelta(days=1)
    programme.save()

    with pytest.raises(CannotAccept, match="over"):
        asking.accept_request(waiting)


@pytest.mark.parametrize("turn", [1, -1])
def test_a_block_looks_as_if_they_did_not_take_part(turn, programme, both, mentor, mentee):
    block(*[mentor, mentee][::turn])
    with pytest.raises(CannotAsk, match="does not take part"):
        asked(programme, mentee, mentor)


def test_a_block_ends_the_pair(programme, both, mentor, mentee):
    mentorship = asking.accept_request(asked(programme, mentee, mentor))
    block(mentee, mentor)

    mentorship.refresh_from_db()
    assert mentorship.status == "ended"


def test_where_coordinators_suggest_one_asks_whom_they_suggested(mentor, mentee):
    programme = make(paired_by=PairedBy.PROPOSALS)
    enrol(programme, mentor, part="mentor")
    enrol(programme, mentee)
    with pytest.raises(CannotAsk, match="suggest"):
        asked(programme, mentee, mentor)
    name = ProposedName.objects.create(programme=programme, mentee=mentee, mentor=mentor, rank=1, tier=1)
    with pytest.raises(CannotAsk, match="suggest"):
        asked(programme, mentee, mentor)
    ProposedName.objects.filter(pk=name.pk).update(sent_at=timezone.now())

    assert asked(programme, mentee, mentor)


def test_two_last_places_at_once_make_one_pair(at_once):
    mentor = factories.mentor(name="Rosalind").member
    programme, mentees = make(), [factories.member() for _ in range(2)]
    enrol(programme, mentor, part="mentor", places=1)
    waiting = []
    for mentee in mentees:
        enrol(programme, mentee)
        waiting.append(asked(programme, mentee, mentor).pk)

    def accept(pk):
        return asking.accept_request(MentorRequest.objects.get(pk=pk))

    results = at_once([lambda pk=pk: accept(pk) for pk in waiting])

    assert sorted(type(result).__name__ for result in results) == ["CannotAccept", "Mentorship"]
    assert Pairing.objects.count() == Mentorship.objects.count() == 1


def test_the_members_own_page_of_the_request_leads_to_the_programme(programme, both, mentor, mentee, as_):
    asking.save_request_draft(
        mentee=mentee, mentor=mentor, kind="programme", scheme=programme.code, message="half"
    )
    page = as_(mentee).get("/requests/").content.decode()

    assert f"/programmes/{programme.code}/mentors/{mentor.code}/" in page


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_both_read_in_which_programme_it_is(who, programme, both, mentor, mentee, request, as_):
    page = as_(request.getfixturevalue(who)).get(asked(programme, mentee, mentor).get_absolute_url())

    assert f"In the programme “{programme.name}”" in main_text(page)
    free = factories.request(mentee, mentor)
    assert "In the programme" not in main_text(as_(mentor).get(free.get_absolute_url()))
