"""Product 20, 27: the pair's own page: how to reach each other, who writes first, and nobody else."""

import pytest

import factories
from mentorships import services
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_each_sees_how_to_reach_the_other(pair, as_, mentor, mentee):
    """Product 20."""
    mentee.contact = "Signal: amina"
    mentee.save()

    assert "Signal: amina" in main_text(as_(mentor).get(pair.get_absolute_url()))
    assert mentor.email in main_text(as_(mentee).get(pair.get_absolute_url()))


def test_once_it_has_ended_what_either_says_of_themselves_is_no_longer_shown(pair, as_, mentor, mentee):
    """Attack A14: a new employer and a new address are nothing that a former mentor is told."""
    services.end(pair, by=mentor)
    mentee.contact, mentee.employer = "Signal: amina", "Harbour Library"
    mentee.save()

    page = main_text(as_(mentor).get(pair.get_absolute_url()))
    assert "Amina Otieno" in page
    assert not any(fact in page for fact in ("Signal: amina", "Harbour Library", mentee.email))


def test_contact_details_stand_nowhere_else(pair, as_, mentor, mentee, stranger):
    mentor.contact = "Signal: rosalind"
    mentor.save()

    for page in (f"/mentors/{mentor.code}/", "/mentors/"):
        shown = as_(stranger).get(page).content.decode()
        assert "Signal: rosalind" not in shown
        assert mentor.email not in shown


def test_the_page_names_who_writes_first(pair, as_, mentor, mentee):
    """Product 20."""
    assert "Amina will write first" in main_text(as_(mentor).get(pair.get_absolute_url()))
    assert "You write first" in main_text(as_(mentee).get(pair.get_absolute_url()))


@pytest.mark.parametrize("who", ["stranger", "coordinator"])
@pytest.mark.parametrize("page", ["", "end/"])
def test_for_everybody_else_it_does_not_exist(page, who, pair, as_, request):
    """Product 27."""
    client = as_(request.getfixturevalue(who))

    mine = client.get(pair.get_absolute_url() + page)
    nothing = client.get(f"/mentorships/00000000-0000-4000-8000-000000000000/{page}")

    assert mine.status_code == nothing.status_code == 404
    assert main_text(mine) == main_text(nothing)


def test_a_superuser_is_everybody_else(pair, client):
    client.force_login(factories.member(is_superuser=True, is_staff=True))

    assert client.get(pair.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("state", ["active", "paused", "resting", "ended"])
def test_the_page_of_every_state_can_be_read_by_both(state, pair, as_, mentor, mentee):
    if state != "active":
        getattr(services, {"paused": "pause", "resting": "rest", "ended": "end"}[state])(pair, by=mentor)

    for who in (mentor, mentee):
        page = main_text(as_(who).get(pair.get_absolute_url()))
        assert ("End this mentorship" in page) is (state != "ended")
        assert "Feedback" in page


def test_a_retired_focus_still_has_its_name(pair, as_, mentor):
    from profiles import vocabulary
    from profiles.models import Term

    Term.objects.filter(slug=pair.focus).update(retired=True, label="Something special")
    vocabulary.changed()

    assert "Something special" in main_text(as_(mentor).get(pair.get_absolute_url()))
