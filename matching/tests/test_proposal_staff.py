"""Product 24: the proposal as coordinators see it, change it, send it; two at once; who may not; gone once decided."""

import pytest

from factories import member, mentor, pair
from mail.models import OutgoingMail
from matching import wishes
from matching.assignment import deciding, proposing
from matching.models import Proposal, ProposedMentor, Suggestion
from matching.tests.assignment_cast import FITS, MATTERS, PUBLIC, fitting, waits
from mentorships.services.locking import Conflict
from profiles import services as people
from profiles.models import AccessLogEntry
from testing.pages import main_text

pytestmark = pytest.mark.django_db
LIST = "/admin/matching/wish/"
PAGE = f"{LIST}proposal/"


@pytest.fixture
def wish(db):
    return waits(member(**PUBLIC, name="Amina Otieno"), **MATTERS)


@pytest.fixture
def ready(wish):
    """A proposal of two names for Amina, the worse one second; and Noor, for whom there is nobody."""
    fitting(name="Rosalind Best")
    fitting(name="Second Best", formats=["phone"])
    waits(member(name="Noor van Dijk", languages=["cy"]))
    return propose()


def propose():
    deciding.ask_for_proposal()
    proposing.compute_proposals()
    return Proposal.objects.get()


def name_of(who):
    return ProposedMentor.objects.get(mentor__name=who)


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
    said = main_text(client.post(f"{PAGE}{ready.pk}/send/", follow=True))
    assert "Sent to 1 member." in said
    assert "Rosalind" not in said
    assert not Proposal.objects.exists() and not ProposedMentor.objects.exists()

    wishes.follow_up_wishes()
    (mail,) = OutgoingMail.objects.filter(kind="matching/wish_suggested")
    assert mail.to == wish.member
    assert "Rosalind Best" in mail.text and "Second Best" in mail.text
    settings.ROOT_URLCONF = "mentoring.urls"
    page = as_(wish.member).get("/wishes/mine/").content.decode()
    for row in Suggestion.objects.select_related("mentor"):
        assert f'href="/mentors/{row.mentor.code}/ask/"' in page


def test_a_mentor_filled_between_proposal_and_sending_is_left_out_and_said(
    as_, ready, coordinator, staff_site
):
    best = name_of("Rosalind Best").mentor
    for _place in range(2):
        pair(best, member())
    said = main_text(as_(coordinator).post(f"{PAGE}{ready.pk}/send/", follow=True))

    assert "1 name was left out: that mentor no longer has room" in said
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
    said = main_text(as_(coordinator).post(f"{PAGE}{ready.pk}/discard/", follow=True))

    assert "Proposal discarded" in said
    assert not Suggestion.objects.exists() and OutgoingMail.objects.count() == mails
    assert "2 members are waiting" in said


@pytest.mark.parametrize("step", ("send", "discard"))
def test_the_second_of_two_coordinators_hears_that_it_is_decided(step, as_, ready, coordinator, staff_site):
    client = as_(coordinator)
    client.post(f"{PAGE}{ready.pk}/send/")
    said = main_text(client.post(f"{PAGE}{ready.pk}/{step}/", follow=True))

    assert "Someone else has sent or discarded this proposal" in said
    assert Suggestion.objects.count() == 2


def test_two_who_ask_get_one(as_, wish, coordinator, staff_site):
    client = as_(coordinator)
    client.post(f"{PAGE}ask/")

    assert "There’s a proposal already" in main_text(client.post(f"{PAGE}ask/", follow=True))
    assert Proposal.objects.count() == 1


def test_a_name_is_removed_once(as_, ready, coordinator, staff_site):
    client, pk = as_(coordinator), name_of("Second Best").pk
    assert "Name removed" in main_text(client.post(f"{PAGE}remove/{pk}/", follow=True))
    assert "already removed" in main_text(client.post(f"{PAGE}remove/{pk}/", follow=True))

    assert ProposedMentor.objects.count() == 1


def test_a_name_is_added_by_hand(as_, ready, wish, coordinator, staff_site):
    third = mentor(**FITS, name="Third Choice")
    client, place = as_(coordinator), f"{LIST}{wish.pk}/"
    assert "Add to the proposal" in client.get(f"{place}change/").content.decode()
    said = client.post(f"{place}suggest/", {"mentors": third.pk, "proposal": "1"}, follow=True)

    assert "Added to the proposal" in main_text(said)
    assert (name_of("Third Choice").rank, name_of("Third Choice").tier) == (3, 1)
    assert "in the proposal" in main_text(client.get(f"{place}change/"))
    fourth = client.post(f"{place}suggest/", {"mentors": mentor(**FITS).pk, "proposal": "1"}, follow=True)
    assert "three names at most" in main_text(fourth)


def test_the_same_name_added_twice_is_refused(ready, wish):
    best = name_of("Rosalind Best").mentor_id

    with pytest.raises(Conflict, match="already has this name"):
        deciding.add_names(wish, {best: 1})


def test_suggested_at_once_is_no_longer_in_the_proposal(as_, ready, wish, coordinator, staff_site):
    profile = name_of("Second Best").mentor.mentor_profile
    as_(coordinator).post(f"{LIST}{wish.pk}/suggest/", {"mentors": profile.pk})

    assert not ProposedMentor.objects.filter(wish=wish).exists()
    assert Suggestion.objects.get().mentor == profile.member


def test_four_at_once_are_too_many_and_none_is_too_few(as_, wish, coordinator, staff_site):
    profiles = [fitting().pk for _one in range(4)]
    client, place = as_(coordinator), f"{LIST}{wish.pk}/suggest/"

    assert "three mentors at most" in main_text(client.post(place, {"mentors": profiles}, follow=True))
    assert "Select one to three" in main_text(client.post(place, {}, follow=True))
    assert not Suggestion.objects.exists()


def test_everybody_named_on_the_page_can_see_that_it_was_opened(as_, ready, coordinator, staff_site):
    """Product 57."""
    for _twice in range(2):
        as_(coordinator).get(PAGE)

    looks = AccessLogEntry.objects.values_list("member__name", "what")
    assert sorted(looks) == [("Amina Otieno", "wish"), ("Noor van Dijk", "wish")]


@pytest.mark.parametrize("who", ("mentee", "stranger", "mentor"))
def test_members_do_not_come_in(who, as_, ready, request):
    client = as_(request.getfixturevalue(who))
    request.getfixturevalue("staff_site")
    assert client.get(PAGE).status_code == 302
    for step in ("ask/", f"{ready.pk}/send/", f"{ready.pk}/discard/", "remove/1/"):
        assert client.post(f"{PAGE}{step}").status_code == 302

    assert Proposal.objects.get().state == "ready"


def test_staff_without_the_right_and_links_do_nothing(as_, ready, coordinator, staff_site):
    client = as_(member(is_staff=True))
    steps = ("ask/", f"{ready.pk}/send/", f"{ready.pk}/discard/", f"remove/{name_of('Second Best').pk}/")
    assert client.get(PAGE).status_code == 403
    assert {client.post(f"{PAGE}{step}").status_code for step in steps} == {403}
    assert {as_(coordinator).get(f"{PAGE}{step}").status_code for step in steps} == {403}

    assert Proposal.objects.get().state == "ready"


def test_fifty_cost_as_much_as_one(as_, coordinator, statements, staff_site):
    counts = []
    for number in (1, 49):
        for _one in range(number):
            fitting(capacity=1, formats=["phone"])
            waits(**MATTERS)
        Proposal.objects.all().delete()
        propose()
        counts.append(statements(as_(coordinator), PAGE))

    assert counts[0] == counts[1]


def test_the_list_shows_age_and_who_was_suggested_when(as_, ready, wish, coordinator, staff_site):
    client = as_(coordinator)
    page = main_text(client.get(LIST))
    assert "not yet" in page and "0 minutes" in page

    deciding.send_names(ready.pk)
    assert main_text(client.get(LIST)).count("not yet") == 1


def test_what_matters_is_said_in_words(as_, wish, coordinator, staff_site):
    page = main_text(as_(coordinator).get(f"{LIST}{wish.pk}/change/"))

    assert "the same kind of library; Weekends; Video call" in page
