"""Product 23, trust P35 to P37: whatever happens at the same moment, the numbers hold."""

from collections import Counter

import pytest
from django.db import OperationalError

from factories import member, mentor, pair, request
from mail.models import OutgoingMail
from matching import services
from matching.models import MentorRequest, RequestStatus
from matching.tests.outcomes import kinds
from mentorships import services as mentorships
from mentorships.models import Mentorship
from profiles.models import MentorProfile


def fresh(mentor_request):
    """As another process would load it."""
    return MentorRequest.objects.get(pk=mentor_request.pk)


def test_sixty_four_accepts_on_three_places_begin_three_mentorships(at_once):
    """P35."""
    busy = mentor(capacity=3)
    rows = [fresh(request(member(), busy.member)) for _ in range(64)]

    results = at_once(
        [
            lambda mentor_request=mentor_request: services.accept_request(mentor_request)
            for mentor_request in rows
        ]
    )

    assert kinds(results) == {"Mentorship": 3, "NoRoom": 61}
    assert MentorProfile.objects.get().active == Mentorship.objects.count() == 3
    assert Counter(MentorRequest.objects.values_list("status", flat=True)) == {"accepted": 3, "open": 61}
    assert OutgoingMail.objects.filter(kind="matching/request_accepted").count() == 6


def test_two_tabs_accept_once(at_once):
    mentor_request = request(member(), mentor(capacity=3).member)

    results = at_once([lambda: services.accept_request(fresh(mentor_request))] * 6)

    assert kinds(results) == {"Mentorship": 1, "RequestMoveNotAllowed": 5}
    assert MentorProfile.objects.get().active == 1


@pytest.mark.parametrize("turn", range(4))
def test_accept_decline_and_withdraw_at_once_end_in_one_of_them(turn, at_once):
    """P36."""
    mentor_request = request(member(), mentor().member)
    steps = [services.accept_request, services.decline_request, services.withdraw_request] * 2

    results = at_once([lambda step=step: step(fresh(mentor_request)) for step in steps])

    assert kinds(results)["RequestMoveNotAllowed"] == 5
    now = fresh(mentor_request)
    assert now.status in (RequestStatus.ACCEPTED, RequestStatus.DECLINED, RequestStatus.WITHDRAWN)
    assert Mentorship.objects.count() == (now.status == RequestStatus.ACCEPTED)
    assert MentorProfile.objects.get().active == Mentorship.objects.count()


def test_two_ways_to_one_pair_begin_it_once(at_once):
    """P36: no double pair."""
    one, other = mentor(capacity=9).member, member()

    results = at_once([lambda: pair(one, other)] * 8)

    assert kinds(results) == {"Mentorship": 1, "AlreadyPaired": 7}
    assert MentorProfile.objects.get().active == 1


def test_ends_and_accepts_at_once_keep_the_count_true(at_once):
    """P37."""
    busy = mentor(capacity=4)
    going = [pair(busy.member, member()) for _ in range(4)]
    rows = [fresh(request_when_full(busy)) for _ in range(8)]
    jobs = [lambda both=both: mentorships.end(both, by=both.mentor) for both in going] * 2
    jobs += [
        lambda mentor_request=mentor_request: services.accept_request(mentor_request)
        for mentor_request in rows
    ]

    results = at_once(jobs)

    profile = MentorProfile.objects.get()
    running = Mentorship.objects.exclude(status="ended").count()
    assert profile.active == running <= profile.capacity
    assert kinds(results)["StatusChange"] == 4
    assert not any(isinstance(one, OperationalError) for one in results)


def request_when_full(profile):
    """Sent while there was room."""
    MentorProfile.objects.filter(pk=profile.pk).update(capacity=9)
    mentor_request = request(member(), type(profile.member).objects.get(pk=profile.member.pk))
    MentorProfile.objects.filter(pk=profile.pk).update(capacity=4)
    return mentor_request


def test_the_loser_of_the_last_place_sees_a_polite_page(at_once):
    """P35."""
    from django.test import Client

    busy = mentor(capacity=1)
    rows = [request(member(), busy.member) for _ in range(4)]
    clients = [Client() for _ in rows]
    for client in clients:
        client.force_login(busy.member)

    def accept(client, mentor_request):
        page = client.post(f"/requests/{mentor_request.code}/accept/", follow=True)
        return page.status_code, "There’s no room left" in page.content.decode()

    pairs = zip(clients, rows, strict=True)
    results = at_once([lambda c=client, r=mentor_request: accept(c, r) for client, mentor_request in pairs])

    assert Counter(results) == {(200, False): 1, (200, True): 3}
