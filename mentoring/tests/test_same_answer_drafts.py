"""A draft or a letter of somebody else answers exactly as what is not there (P11, ways 5 and 6)."""

import pytest

import factories
from feedback import services as feedback_services
from matching import services as matching_services
from mentoring.tests.answers import seen, tried
from testing import world

pytestmark = pytest.mark.django_db


def test_a_letter_of_another_pair_is_not_there_either(people, client):
    """P11: by way of one's own mentorship."""
    people.sign_in(client, "elsewhere")
    own = factories.pair(factories.mentor(name="Another").member, people.people["elsewhere"])
    url = f"/mentorships/{own.code}/feedback/%s/answer/"

    mine = seen(client.post(url % people.letter.code, {"text": "x"}))

    assert mine == seen(client.post(url % world.NOBODYS, {"text": "x"}))
    assert mine[0] == 404
    assert people.letter.answers.count() == 1


@pytest.mark.parametrize("role", ("mentor", "mentee"))
def test_a_draft_letter_is_its_authors_alone(role, people, client):
    """P11: the other one of the two cannot answer it, see it, or tell that it is there."""
    writer = people.pair.partner_of(people.people[role])
    draft = feedback_services.save_feedback_draft(people.pair, author=writer, letter="unsent-heron-88")
    people.sign_in(client, role)
    url = f"/mentorships/{people.pair.code}/feedback/"
    words = {"q": "unsent-heron-88"}
    pages = [seen(client.get(url)), seen(client.post(f"{url}find/", words))]

    assert seen(client.post(f"{url}{draft.code}/answer/", {"text": "x"})) == seen(
        client.post(f"{url}{world.NOBODYS}/answer/", {"text": "x"})
    )
    feedback_services.discard_draft(people.pair, author=writer)
    assert pages == [seen(client.get(url)), seen(client.post(f"{url}find/", words))]
    assert "unsent-heron" not in pages[0][2].decode()


def test_a_draft_request_is_not_there_for_its_mentor(people, client):
    """P11: whom somebody thinks of asking is theirs."""
    mentor, member = people.people["mentor"], people.people["member"]
    people.sign_in(client, "mentor")
    before = seen(client.get("/requests/"))
    draft = matching_services.save_request_draft(mentee=member, mentor=mentor, message="unsent-heron-88")

    for step in ("", "accept/", "decline/", "withdraw/", "talk/"):
        for method in ("GET", "POST"):
            assert seen(tried(client, method, f"/requests/{draft.code}/{step}")) == seen(
                tried(client, method, f"/requests/{world.NOBODYS}/{step}")
            )
    assert seen(client.get("/requests/")) == before
