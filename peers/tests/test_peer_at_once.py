"""Product 70: peers and resting from two pages, or by two people, at the same moment."""

import pytest

from factories import member
from mail.models import OutgoingMail
from matching import services as matching
from matching.blocking import block
from mentorships.models import Mentorship, MentorshipKind
from mentorships.services import begin, end, resting, resume
from mentorships.services.life import rest
from mentorships.services.places import peers_of
from testing.mails import mails_to

pytestmark = pytest.mark.django_db
PEERS = MentorshipKind.PEERS


@pytest.fixture
def two():
    return member(name="Ada Obi"), member(name="Ben Cho")


@pytest.fixture
def peers(two):
    return begin(mentor=two[1], mentee=two[0], kind=PEERS, focus="networking", style="", by=two[1])


def again(mentorship):
    """As another page has it in memory."""
    return Mentorship.objects.get(pk=mentorship.pk)


def kinds(results):
    return sorted(type(result).__name__ for result in results)


def fill(person, places):
    for _each in range(places):
        begin(mentor=person, mentee=member(), kind=PEERS, focus="", style="", by=person)


@pytest.mark.django_db(transaction=True)
def test_going_on_while_the_other_ends_it(peers, two, at_once):
    rest(peers, by=two[0])
    pages = again(peers), again(peers)
    results = at_once([lambda: resume(pages[0], by=two[0]), lambda: end(pages[1], by=two[1])])

    assert again(peers).status in ("ended", "active")
    assert "MentorshipMoveNotAllowed" in kinds(results)


@pytest.mark.django_db(transaction=True)
def test_going_on_and_saying_yes_at_once_never_exceed_the_places(peers, two, at_once):
    rest(peers, by=two[0])
    fill(two[0], 2)
    asker = member()
    page = again(peers)
    results = at_once(
        [
            lambda: resume(page, by=two[1]),
            lambda: begin(mentor=two[0], mentee=asker, kind=PEERS, focus="", style="", by=asker),
        ]
    )

    assert peers_of(two[0]).count() == 3
    assert "NoRoom" in kinds(results)


@pytest.mark.django_db(transaction=True)
def test_taking_back_a_suggestion_while_the_other_agrees(peers, two, at_once):
    """Either it rests, or it goes on; if it goes on, at most the other's suggestion stands."""
    resting.propose_rest(peers, by=two[0])
    pages = again(peers), again(peers)
    at_once([lambda: resting.drop_rest_proposal(pages[0]), lambda: resting.propose_rest(pages[1], by=two[1])])
    now = again(peers)

    assert (now.status, now.rest_proposed_by) in {("resting", None), ("active", two[1]), ("active", None)}


@pytest.mark.django_db(transaction=True)
def test_agreeing_while_the_other_blocks(peers, two, at_once):
    resting.propose_rest(peers, by=two[0])
    page = again(peers)
    at_once([lambda: resting.propose_rest(page, by=two[1]), lambda: block(*two)])

    assert again(peers).status == "ended"


@pytest.mark.django_db(transaction=True)
def test_two_who_ask_each_other_at_once_become_peers_once(asker, asked, at_once):
    def ask(one, other):
        return matching.send_request(mentee=one, mentor=other, focus="networking", message="Hi.", kind=PEERS)

    sent = at_once([lambda: ask(asker, asked), lambda: ask(asked, asker)])
    requests = [result for result in sent if type(result).__name__ == "MentorRequest"]
    at_once([lambda request=request: matching.accept_request(request) for request in requests])

    assert Mentorship.objects.filter(kind=PEERS).count() == 1


def test_suggesting_and_taking_back_floods_nobody(as_, peers, two):
    page = f"{peers.get_absolute_url()}rest/"
    for _time in range(8):
        as_(two[0]).post(page)
        as_(two[0]).post(page, {"drop": "1"})

    assert mails_to(two[1]).count("mentorships/rest_proposed") == 1


def test_agreeing_and_going_on_again_and_again_floods_nobody(as_, peers, two):
    here = peers.get_absolute_url()
    for _time in range(8):
        rest(again(peers), by=two[1])
        as_(two[0]).post(f"{here}resume/")
    of_this = OutgoingMail.objects.filter(to=two[1], kind="mentorships/mentorship_resumed")

    assert of_this.exclude(due_at=None).count() == 5  # the others wait for the one mail of the day


def test_nobody_else_suggests_a_rest_or_goes_on(as_, peers, stranger, coordinator):
    for who in (stranger, coordinator):
        for step in ("rest/", "resume/", "pause/"):
            assert as_(who).post(peers.get_absolute_url() + step).status_code == 404
    assert again(peers).rest_proposed_by is None


def test_a_block_takes_back_what_waits_to_be_mailed(asker, asked):
    sent = matching.send_request(mentee=asker, mentor=asked, focus="networking", message="Hi.", kind=PEERS)
    pair = matching.accept_request(sent)
    resting.propose_rest(pair, by=asker)
    block(asker, asked)

    assert not OutgoingMail.objects.waiting().filter(to__in=[asker, asked]).exists()
