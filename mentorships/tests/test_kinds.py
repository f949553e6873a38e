"""Products 49, 68, 70: which mentorships take a place, and which the same two may have beside each other."""

import pytest

from factories import member, mentor, pair
from mentorships import services
from mentorships.models import Mentorship, MentorshipKind
from profiles.models import MentorProfile
from profiles.services import NoRoom

pytestmark = pytest.mark.django_db
OTHERS = [kind for kind in MentorshipKind if kind != MentorshipKind.MENTORING]


def begin(one, other, kind=MentorshipKind.MENTORING):
    """`one` is the mentor, or the peer who was asked."""
    return services.begin(mentor=one, mentee=other, kind=kind, focus="", style="", by=one)


def taken():
    """How many places of the one mentor are taken."""
    return MentorProfile.objects.get().active


@pytest.mark.parametrize("kind", OTHERS)
def test_peers_and_programmes_take_no_place(kind):
    one = mentor(capacity=1).member
    both = begin(one, member(), kind)
    begin(one, member())
    assert taken() == 1

    services.end(both, by=one)
    assert taken() == 1


def test_two_people_need_no_profile_to_be_peers():
    assert begin(member(), member(), MentorshipKind.PEERS).partner_of(Mentorship.objects.get().mentee)


def test_the_same_two_may_have_one_of_each_kind():
    one, other = mentor(capacity=3).member, member()
    for kind in MentorshipKind:
        begin(one, other, kind)
    for kind in MentorshipKind:
        with pytest.raises(services.AlreadyPaired):
            begin(one, other, kind)
    assert Mentorship.objects.count() == len(MentorshipKind)


def test_peers_are_peers_whoever_asked():
    one, other = member(), member()
    begin(one, other, MentorshipKind.PEERS)
    with pytest.raises(services.AlreadyPaired):
        begin(other, one, MentorshipKind.PEERS)


def test_resting_gives_the_place_back_and_going_on_takes_one():
    one = mentor(capacity=1).member
    both = pair(one, member())
    services.rest(both, by=one)
    assert taken() == 0

    services.resume(both, by=one)
    assert taken() == 1


def test_going_on_finds_no_place_once_somebody_else_has_it():
    one = mentor(capacity=1).member
    both = pair(one, member())
    services.rest(both, by=one)
    pair(one, member())

    with pytest.raises(NoRoom):
        services.resume(both, by=one)
    both.refresh_from_db()
    assert (both.status, taken()) == ("resting", 1)


def test_what_rests_ends_without_giving_a_place_back_again():
    one = mentor(capacity=2).member
    both = pair(one, member())
    pair(one, member())
    services.rest(both, by=one)
    services.end(both, by=one)
    assert taken() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_that_go_on_at_once_one_has_the_last_place(at_once):
    one = mentor(capacity=1).member
    resting = []
    for _each in range(2):
        resting.append(pair(one, member()))
        services.rest(resting[-1], by=one)

    results = at_once([lambda both=both: services.resume(both, by=one) for both in resting])

    assert sorted(type(result).__name__ for result in results) == ["NoRoom", "StatusChange"]
    assert MentorProfile.objects.get().active == 1
