"""Block and whatever happens at the same moment: in the end nothing is open between the two."""

import pytest

from conduct.models import Block
from factories import member, mentor, pair, request
from feedback import services as feedback
from matching import services
from matching.blocking import block
from matching.models import MentorRequest, RequestStatus
from mentorships.models import Invitation, Mentorship, StatusChange
from mentorships.models.mentorship import OPEN
from mentorships.services import recording
from profiles.models import Member, MentorProfile


def nothing_open():
    requests = MentorRequest.objects.filter(status=RequestStatus.OPEN)
    return not requests.exists() and not Mentorship.objects.filter(status__in=OPEN).exists()


def crashes(results):
    return [
        one
        for one in results
        if isinstance(one, Exception) and "Lock" in type(one).__name__ or "deadlock" in str(one)
    ]


def test_two_who_block_each_other_at_once_end_it_once(at_once):
    one, other = mentor(capacity=2).member, member()
    pair(one, other)

    results = at_once([lambda: block(one, other), lambda: block(other, one)] * 3)

    assert sorted(results) == [False] * 4 + [True] * 2
    assert Block.objects.count() == 2
    assert StatusChange.objects.filter(now="ended").count() == 1
    assert MentorProfile.objects.get().active == 0


@pytest.mark.parametrize("turn", range(4))
def test_asking_at_the_moment_of_the_block(turn, at_once):
    busy, asker = mentor(capacity=3).member, member()

    results = at_once(
        [
            lambda: block(busy, asker),
            lambda: request(Member.objects.get(pk=asker.pk), Member.objects.get(pk=busy.pk)),
        ]
    )

    assert results[0] is True
    assert nothing_open()


@pytest.mark.parametrize("turn", range(4))
def test_accepting_and_talking_at_the_moment_of_the_block(turn, at_once):
    busy, asker = mentor(capacity=3).member, member()
    mentor_request = request(asker, busy)
    fresh = MentorRequest.objects.get

    results = at_once(
        [
            lambda: services.accept_request(fresh(pk=mentor_request.pk)),
            lambda: block(asker, busy),
            lambda: services.send_message(fresh(pk=mentor_request.pk), by=asker, text="Are you there?"),
        ]
    )

    assert results[1] is True
    assert crashes(results) == []
    assert nothing_open()
    assert MentorProfile.objects.get().active == 0


@pytest.mark.parametrize("turn", range(4))
def test_writing_a_letter_at_the_moment_of_the_block(turn, at_once):
    one, other = mentor().member, member()
    pk = pair(one, other).pk

    results = at_once(
        [
            lambda: feedback.give_feedback(Mentorship.objects.get(pk=pk), author=one, letter="Just now."),
            lambda: block(other, one),
        ]
    )

    assert results[1] is True
    assert crashes(results) == []
    assert nothing_open()


@pytest.mark.parametrize("turn", range(4))
def test_confirming_an_invitation_at_the_moment_of_the_block(turn, at_once):
    one, other = mentor(capacity=3).member, member()
    invitation = recording.invite(by=one, address=other.email, by_mentor=True, focus="specific-skill")

    results = at_once(
        [
            lambda: recording.accept_invitation(Invitation.objects.get(pk=invitation.pk), member=other),
            lambda: block(one, other),
        ]
    )

    assert results[1] is True
    assert crashes(results) == []
    assert nothing_open()
    assert MentorProfile.objects.get().active == 0
