"""Product 24: the proposal as coordinators see it and send it; two at once; gone once decided."""

import pytest

from factories import member, pair
from mail.models import OutgoingMail
from matching import wishes
from matching.assignment import deciding, proposing
from matching.models import Proposal, ProposedMentor, Suggestion
from matching.tests.assignment_cast import MATTERS, PUBLIC, fitting, waits
from matching.tests.proposals import LIST, PAGE, name_of, propose
from profiles import services as people
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def wish(db):
    return waits(member(**PUBLIC, name="Amina Otieno"), **MATTERS)


def test_asked_for_computed_and_shown(as_, wish, coordinator, staff_site):
    client = as_(coordinator)
    fitting(name="Rosalind Best")
    assert "1 member is waiting" in main_text(client.get(PAGE))

    client.post(f"{PAGE}ask/")
    page = client.get(PAGE)
    assert "Waiting for the worker to begin" in main_text(page)
    assert 'http-equiv="refresh"' in page.content.decode()

    proposing.compute_proposals()
    page = client.get(PAGE)
    assert "Rosalind Best – Fits everything that matters" in main_text(page)
    assert 'http-equiv="refresh"' not in page.content.decode()


def test_while_it_is_worked_out_the_page_says_how_far(as_, wish, coordinator, staff_site):
    Proposal.objects.create(state="computing", done=250, total=2000)

    assert "250 of 2000 members compared" in main_text(as_(coordinator).get(PAGE)).replace(",", "")


def test_tiers_worst_off_and_left_over(as_, ready, coordinator, staff_site):
    people.pause(name_of("Rosalind Best").mentor.mentor_profile)
    deciding.discard(ready.pk)
    propose()
    page = main_text(as_(coordinator).get(PAGE))

    assert "Fits everything that matters 0 Fits everything but one 1" in page
    assert "Worst off Amina Otieno" in page
    assert "no way to talk in common" in page
    assert "Next best: nobody else with room fits better" in page
    assert "Noor van Dijk No mentor on the list shares a language with them" in page
    assert "%" not in page


def test_nobody_waits(as_, coordinator, staff_site):
    client = as_(coordinator)

    assert "Nobody is waiting for a mentor right now" in main_text(client.get(PAGE))
    assert "Nobody is waiting" in main_text(client.post(f"{PAGE}ask/", follow=True))
    assert not Proposal.objects.exists()


def test_sent_the_names_reach_the_member_and_the_proposal_is_gone(
    as_, ready, wish, coordinator, settings, staff_site
):
    client = as_(coordinator)
    text = main_text(client.post(f"{PAGE}{ready.pk}/send/", follow=True))
    assert "Sent to 1 member." in text
    assert "Rosalind" not in text
    assert not Proposal.objects.exists() and not ProposedMentor.objects.exists()

    wishes.follow_up_wishes()
    (mail,) = OutgoingMail.objects.filter(kind="matching/wish_suggested")
    assert mail.to == wish.member
    assert "Rosalind Best" in mail.text and "Second Best" in mail.text
    settings.ROOT_URLCONF = "mentoring.urls"
    page = as_(wish.member).get("/wishes/mine/").content.decode()
    for suggestion in Suggestion.objects.select_related("mentor"):
        assert f'href="/mentors/{suggestion.mentor.code}/ask/"' in page


def test_a_mentor_filled_between_proposal_and_sending_is_left_out_and_said(
    as_, ready, coordinator, staff_site
):
    best = name_of("Rosalind Best").mentor
    for _place in range(2):
        pair(best, member())
    text = main_text(as_(coordinator).post(f"{PAGE}{ready.pk}/send/", follow=True))

    assert "1 name was left out: that mentor no longer has room" in text
    assert list(Suggestion.objects.values_list("mentor__name", flat=True)) == ["Second Best"]


def test_a_mentor_filled_between_sending_and_asking_cannot_be_asked(ready, wish):
    from matching.services import CannotAsk, send_request

    best = name_of("Rosalind Best").mentor
    deciding.send_names(ready.pk)
    for _place in range(2):
        pair(best, member())

    with pytest.raises(CannotAsk, match="has no room"):
        send_request(
            mentee=wish.member, mentor=type(best).objects.get(pk=best.pk), focus="leadership", message="?"
        )


def test_discarded_nobody_hears_of_it(as_, ready, coordinator, staff_site):
    mails = OutgoingMail.objects.count()
    text = main_text(as_(coordinator).post(f"{PAGE}{ready.pk}/discard/", follow=True))

    assert "Proposal discarded" in text
    assert not Suggestion.objects.exists() and OutgoingMail.objects.count() == mails
    assert "2 members are waiting" in text


@pytest.mark.parametrize("step", ("send", "discard"))
def test_the_second_of_two_coordinators_hears_that_it_is_decided(step, as_, ready, coordinator, staff_site):
    client = as_(coordinator)
    client.post(f"{PAGE}{ready.pk}/send/")
    text = main_text(client.post(f"{PAGE}{ready.pk}/{step}/", follow=True))

    assert "Someone else has sent or discarded this proposal" in text
    assert Suggestion.objects.count() == 2


def test_two_who_ask_get_one(as_, wish, coordinator, staff_site):
    client = as_(coordinator)
    client.post(f"{PAGE}ask/")

    assert "There’s a proposal already" in main_text(client.post(f"{PAGE}ask/", follow=True))
    assert Proposal.objects.count() == 1


def test_the_list_shows_age_and_who_was_suggested_when(as_, ready, wish, coordinator, staff_site):
    client = as_(coordinator)
    page = main_text(client.get(LIST))
    assert "not yet" in page and "0 minutes" in page

    deciding.send_names(ready.pk)
    assert main_text(client.get(LIST)).count("not yet") == 1


def test_what_matters_is_said_in_words(as_, wish, coordinator, staff_site):
    page = main_text(as_(coordinator).get(f"{LIST}{wish.pk}/change/"))

    assert "the same kind of library; Weekends; Video call" in page
