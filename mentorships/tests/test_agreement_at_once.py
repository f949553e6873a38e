"""Product 28: two who propose or agree at the same moment: one wins, no words are lost."""

import threading
from collections import Counter

import pytest
from django.test import Client

from factories import member, mentor, pair
from mail.models import OutgoingMail
from mentorships.agreement import parts_of
from mentorships.models import Agreement, Mentorship
from mentorships.services import agreement as services


@pytest.fixture
def two(committed):
    return pair(mentor(capacity=9).member, member())


def fresh(row):
    return Mentorship.objects.get(pk=row.pk)


def kinds(results):
    return Counter(type(one).__name__ for one in results)


@pytest.mark.parametrize("turn", range(3))
def test_of_two_who_propose_at_once_one_wins_and_the_other_is_told(turn, two, at_once):
    def propose(by, words):
        return services.propose_agreement(fresh(two), by=by, parts={"focus": words}, seen=0)

    results = at_once(
        [lambda: propose(two.mentor, "From the mentor."), lambda: propose(two.mentee, "From the mentee.")]
    )

    assert kinds(results) == {"Agreement": 1, "OvertakenBy": 1}
    [version] = Agreement.objects.all()
    assert version.number == 1
    assert OutgoingMail.objects.filter(kind="mentorships/agreement_proposed").count() == 1


@pytest.mark.parametrize("turn", range(3))
def test_agreeing_and_proposing_at_once_leave_one_clear_state(turn, two, at_once):
    services.propose_agreement(two, by=two.mentor, parts={"focus": "First."}, seen=0)

    results = at_once(
        [
            lambda: services.agree(fresh(two), by=two.mentee, number=1),
            lambda: services.propose_agreement(fresh(two), by=two.mentor, parts={"focus": "Second."}, seen=1),
        ]
    )

    second = Agreement.objects.get(number=2)
    first = Agreement.objects.get(number=1)
    agreed = not isinstance(results[0], services.OvertakenBy)
    assert bool(first.agreed_at) is agreed
    assert bool(first.replaced_at) is not agreed
    assert (second.agreed_at, second.replaced_at) == (None, None)


def test_two_clicks_agree_once(two, at_once):
    services.propose_agreement(two, by=two.mentor, parts={"focus": "First."}, seen=0)

    at_once([lambda: services.agree(fresh(two), by=two.mentee, number=1)] * 4)

    assert OutgoingMail.objects.filter(kind="mentorships/agreement_agreed").count() == 1


def test_the_words_of_whoever_came_second_come_back_on_their_page(two, at_once):
    url = f"/mentorships/{two.code}/agreement/propose/"

    def post(who, words):
        client = Client()
        client.force_login(who)
        return client.post(url, {"focus": words, "seen": "0"})

    words = {two.mentor_id: "From the mentor.", two.mentee_id: "From the mentee."}
    people = (two.mentor, two.mentee)
    answers = at_once([lambda who=who: post(who, words[who.pk]) for who in people])

    assert sorted(answer.status_code for answer in answers) == [200, 302]
    for who, answer in zip(people, answers, strict=True):
        if answer.status_code == 200:
            assert words[who.pk] in answer.content.decode()
        else:
            assert parts_of(Agreement.objects.get()) == {"focus": words[who.pk]}
    assert threading.active_count() == 1
