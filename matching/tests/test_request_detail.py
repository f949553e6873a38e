"""Product 17, 27: one request, read by its two, and by nobody else."""

from dataclasses import replace

import pytest

from factories import member, mentor, request
from matching import services
from matching.models import MentorRequest
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def mentor_request(mentor, mentee):
    mentee.job_title, mentee.pronouns = "Assistant Librarian", "she/her"
    mentee.save()
    return request(mentee, mentor, hopes="A plan.", line_manager=True)


def test_the_mentor_sees_a_short_profile_of_the_asker(mentor_request, as_, mentor):
    """Product 17."""
    page = main_text(as_(mentor).get(mentor_request.get_absolute_url()))

    for fact in (
        "A request from Amina Otieno",
        "Assistant Librarian",
        "Would you?",
        "A plan.",
        "own manager",
    ):
        assert fact in page


@pytest.mark.parametrize("step", ("decline_request", "withdraw_request", "expire_request"))
def test_once_it_is_decided_what_the_asker_says_of_herself_is_not_shown(
    step, mentor_request, as_, mentor, mentee
):
    """Attack A14: neither a new post nor a new town of somebody one has said no to."""
    getattr(services, step)(mentor_request)
    mentee.employer, mentee.city = "Harbour Library", "Kisumu"
    mentee.save()

    page = main_text(as_(mentor).get(mentor_request.get_absolute_url()))
    assert "Amina Otieno" in page
    assert not any(fact in page for fact in ("Harbour Library", "Kisumu", "Assistant Librarian", "About"))


@pytest.mark.parametrize(
    ("who", "sees", "not_sees"),
    [("mentor", ("Accept", "Decline"), ("Withdraw",)), ("mentee", ("Withdraw",), ("Accept Ros", "Decline"))],
)
def test_each_is_offered_what_they_may_do(who, sees, not_sees, mentor_request, as_, request):
    page = main_text(as_(request.getfixturevalue(who)).get(mentor_request.get_absolute_url()))

    assert all(word in page for word in sees)
    assert not any(word in page for word in not_sees)


@pytest.mark.parametrize("who", ["stranger", "coordinator"])
def test_for_everybody_else_it_does_not_exist(who, mentor_request, as_, request):
    client = as_(request.getfixturevalue(who))

    mine = client.get(mentor_request.get_absolute_url())
    nothing = client.get("/requests/00000000-0000-4000-8000-000000000000/")

    assert mine.status_code == nothing.status_code == 404
    assert main_text(mine) == main_text(nothing)


def test_neither_sees_how_to_reach_the_other_before_a_yes(mentor_request, as_, mentor, mentee):
    """Product 20."""
    for who, other in ((mentor, mentee), (mentee, mentor)):
        assert other.email not in as_(who).get(mentor_request.get_absolute_url()).content.decode()


def test_a_long_talk_costs_as_much_as_a_short_one(mentor_request, as_, mentor, mentee, statements):
    client = as_(mentor)
    counts = set()
    for number in (1, 12):
        for turn in range(number):
            services.send_message(mentor_request, by=(mentor, mentee)[turn % 2], text=f"Turn {number}-{turn}")
        counts.add(statements(client, mentor_request.get_absolute_url()))

    assert len(counts) == 1
    assert counts.pop() <= 12


def test_the_list_costs_the_same_for_one_and_for_many(as_, mentee, settings, statements, monkeypatch):
    monkeypatch.setattr(services, "ASKED_A_DAY", 1000)
    settings.PROGRAMME_NUMBERS = replace(settings.PROGRAMME_NUMBERS, open_requests_at_once=50)
    client = as_(mentee)
    counts = set()
    for number in (1, 25):
        for _ in range(number):
            request(mentee, mentor().member)
            services.withdraw_request(request(mentee, mentor().member))
        counts.add(statements(client, "/requests/"))

    assert len(counts) == 1
    assert counts.pop() <= 12


@pytest.mark.parametrize("page", ["1", "999", "-1", "abc", ""])
def test_any_page_of_the_list_is_answered(page, as_, mentee):
    assert as_(mentee).get("/requests/", {"page": page}).status_code == 200


def test_what_waits_for_me_stands_apart_from_what_i_sent(as_):
    both = mentor(name="Both Ways").member
    request(member(name="Asks Me"), both)
    request(both, mentor(name="Asked By Me").member)

    page = main_text(as_(both).get("/requests/"))

    assert page.index("Waiting for you") < page.index("Asks Me") < page.index("Requests you’ve sent")
    assert page.index("Requests you’ve sent") < page.index("Asked By Me")
    assert MentorRequest.objects.count() == 2
