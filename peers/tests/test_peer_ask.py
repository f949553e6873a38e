"""Product 17, 68: asking a peer is asking; neither is the mentor, on no page and in no mail."""

import re

import pytest

from factories import member
from mail.models import OutgoingMail
from matching import services as matching
from matching.models import MentorRequest
from mentorships.models import Mentorship, MentorshipKind
from mentorships.services import begin
from peers import services
from peers.asking import AskingAPeer
from profiles.models import MentorProfile
from profiles.services import publish
from testing.mails import mails_to
from testing.pages import main_text

pytestmark = pytest.mark.django_db
WORDS = {"focus": "networking", "message": "Could we talk once a month?", "hopes": ""}
ROLES = re.compile(r"\b(your|their|my|a|the) (mentor|mentee)\b|\bmentors\b", re.IGNORECASE)


def ask(client, asked, **more):
    return client.post(f"/peers/{asked.code}/", WORDS | more, follow=True)


@pytest.fixture
def request_(asker, asked):
    return matching.send_request(
        mentee=asker, mentor=asked, focus="networking", message="Hello.", kind=MentorshipKind.PEERS
    )


@pytest.fixture
def peers(request_):
    return matching.accept_request(request_)


def test_asked_and_accepted(as_, asker, asked):
    shown = ask(as_(asker), asked)
    assert "Request sent" in main_text(shown)
    request = MentorRequest.objects.get()
    assert (request.kind, request.message) == ("peers", WORDS["message"])

    page = as_(asked).get(request.get_absolute_url())
    assert "Accept Ada as my peer partner" in main_text(page)
    assert "Pause my mentor profile" not in main_text(page)

    begun = as_(asked).post(f"{request.get_absolute_url()}accept/", follow=True)
    assert "is now your peer partner and will write to you first" in main_text(begun)
    assert Mentorship.objects.get().kind == "peers"


def test_a_draft_is_kept_and_found_again(as_, asker, asked):
    ask(as_(asker), asked, save="1")
    services.stop_looking(asked)
    page = as_(asker).get(f"/peers/{asked.code}/")
    assert WORDS["message"] in page.content.decode()
    assert "isn’t looking for a peer" in main_text(page)
    assert f"/peers/{asked.code}/" in as_(asker).get("/requests/").content.decode()

    assert "We’ve saved what you wrote as a draft" in main_text(ask(as_(asker), asked))
    assert MentorRequest.objects.get().status == "draft"


def test_what_is_typed_is_kept(as_, asker, asked):
    assert as_(asker).post(f"/peers/{asked.code}/draft/", WORDS).status_code == 204
    assert MentorRequest.objects.get().message == WORDS["message"]


def test_nobody_who_is_not_looking_is_found(as_, asker, asked):
    services.stop_looking(asked)
    assert as_(asker).get(f"/peers/{asked.code}/").status_code == 404
    assert as_(asker).get(f"/peers/{member().code}/").status_code == 404
    assert as_(asker).get(f"/peers/{asker.code}/").status_code == 404


def test_three_at_a_time(asker, asked, as_):
    for _each in range(3):
        begin(mentor=asker, mentee=member(), kind=MentorshipKind.PEERS, focus="", style="", by=asker)
    assert "as many peers as you can have" in main_text(ask(as_(asker), asked))


def test_the_fourth_yes_at_once_finds_no_room(asked, at_once, transactional_db):
    requests = []
    for number in range(5):
        person = member(name=f"P{number}")
        requests.append(
            matching.send_request(
                mentee=person, mentor=asked, focus="networking", message="Hi.", kind=MentorshipKind.PEERS
            )
        )
    results = at_once([lambda request=request: matching.accept_request(request) for request in requests])
    assert sorted(type(result).__name__ for result in results) == ["Mentorship"] * 3 + ["NoRoom"] * 2


def test_asked_by_each_other_at_once_there_is_one_mentorship(as_, request_, asker, asked, monkeypatch):
    monkeypatch.setattr(AskingAPeer, "_check_not_begun", lambda *_args: None)  # neither has seen the other’s
    other = matching.send_request(
        mentee=asked, mentor=asker, focus="networking", message="And you?", kind=MentorshipKind.PEERS
    )
    matching.accept_request(request_)
    page = as_(asker).post(f"{other.get_absolute_url()}accept/", follow=True)
    assert "You already have a mentorship together" in main_text(page)
    assert Mentorship.objects.count() == 1


def test_a_peer_may_become_a_mentor(peers, asker, asked):
    publish(MentorProfile(member=asked, capacity=2, areas=["cataloging-metadata"], bio="I catalogue."))
    request = matching.send_request(mentee=asker, mentor=asked, focus="networking", message="And now?")
    matching.accept_request(request)
    assert set(Mentorship.objects.values_list("kind", flat=True)) == {"peers", "mentoring"}


def test_no_page_speaks_of_mentor_or_mentee(as_, peers, asker, asked):
    for who in (asker, asked):
        client, here = as_(who), peers.get_absolute_url()
        for path in (
            "",
            "goals/",
            "goals/new/",
            "agreement/propose/",
            "meetings/new/",
            "end/",
            "trouble/",
            "rest/",
        ):
            text = main_text(client.get(here + path)).split("Skip to main content")[1]
            text = text.replace("Mentors", "")  # the navigation
            assert not ROLES.search(text), (path, ROLES.search(text))
        assert "Peers" in main_text(client.get("/mentorships/"))


def test_an_agreement_of_peers_names_both_and_no_role(as_, peers, asker, asked):
    here = f"{peers.get_absolute_url()}agreement/"
    as_(asker).post(f"{here}propose/", {"focus": "Swap notes.", "seen": "0"})
    as_(asked).post(f"{here}agree/", {"number": "1"})

    for path in ("", "1/"):
        text = main_text(as_(asker).get(here + path))
        assert "Ada Obi" in text and "Ben Cho" in text and "Agreed by both" in text
        assert not re.search(r"\bMent(or|ee)\b", text)


def test_no_mail_speaks_of_mentor_or_mentee(peers, asker, asked):
    assert mails_to(asked) == ["matching/request_received", "matching/request_accepted"]
    assert mails_to(asker) == ["matching/request_sent", "matching/request_accepted"]
    for mail in OutgoingMail.objects.all():
        text = mail.subject + mail.text + mail.html
        assert not ROLES.search(text), (mail.kind, ROLES.search(text))


@pytest.mark.parametrize("who", ["asker", "asked"])
def test_both_have_goals_and_change_only_their_own(as_, peers, asker, asked, who):
    me, other = (asker, asked) if who == "asker" else (asked, asker)
    here = peers.get_absolute_url()
    made = as_(me).post(f"{here}goals/new/", {"title": "Weed the shelves"}, follow=True)
    assert "Goal saved" in main_text(made)
    goal = peers.goals.get()

    read = as_(other).get(f"{here}goals/{goal.code}/")
    assert "Weed the shelves" in main_text(read)
    assert "Edit this goal" not in main_text(read)
    assert as_(other).post(f"{here}goals/{goal.code}/edit/", {"title": "Mine"}).status_code == 404
    assert as_(me).get(f"{here}goals/{goal.code}/edit/").status_code == 200


def test_nobody_else_comes_in(as_, peers, stranger):
    assert as_(stranger).get(peers.get_absolute_url()).status_code == 404
