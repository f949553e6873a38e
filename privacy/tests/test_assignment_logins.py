"""Assignment with the rights of each login: the worker computes, the staff site reads what was proposed and no more (P8)."""

import pytest
from django.utils import timezone

import factories
from conduct.models import Block
from matching import wishes
from matching.assignment import deciding, proposing
from matching.models import Criteria, LeftOver, Proposal, ProposedMentor, Suggestion
from matching.tests.assignment_cast import MATTERS, fitting, waits
from mentoring.lib.registry.personal_data import RETENTION
from privacy import account_closure, erasure
from privacy.export.parts import parts
from reminders.models import Question, Subject
from testing.logins import as_login, make, postgres, refused

pytestmark = pytest.mark.django_db
PAGE = "/admin/matching/wish/proposal/"


@pytest.fixture
def wish(mentee):
    return waits(mentee, **{**MATTERS, "work": ""})


@postgres
def test_the_worker_computes_with_its_rights_alone_and_reads_no_words(wish, mentor):
    blocked, other = fitting().member, fitting().member
    Block.objects.create(by=blocked, whom=wish.member)
    deciding.ask_for_proposal()
    make()
    with as_login("worker"):
        assert proposing.compute_proposals() == 1
        assert refused("SELECT what FROM matching_wish")
        assert refused("INSERT INTO matching_suggestion (wish_id) VALUES (1)")
        assert refused("UPDATE matching_proposedmentor SET tier = 1")

    assert set(ProposedMentor.objects.filter(tier__lte=2).values_list("mentor", flat=True)) == {other.pk}


@postgres
def test_coordinators_ask_read_change_and_send_with_the_rights_of_the_staff_site(
    wish, as_, coordinator, staff_site
):
    one, two = fitting(), fitting()
    third, client = factories.mentor(name="Third Person", languages=["en"]), as_(coordinator)
    place = f"/admin/matching/wish/{wish.pk}/"
    make()
    with as_login("staff"):
        assert client.post(f"{PAGE}ask/").status_code == 302
    proposing.compute_proposals()
    proposal, row = Proposal.objects.get(), ProposedMentor.objects.get(mentor=two.member)
    with as_login("staff"):
        assert one.member.name in client.get(PAGE).content.decode()
        assert client.get(f"{place}change/?tier=1&name=m").status_code == 200
        assert client.post(f"{PAGE}remove/{row.pk}/").status_code == 302
        assert client.post(f"{place}suggest/", {"mentors": third.pk, "proposal": "1"}).status_code == 302
        for table in (
            "matching_mentorrequest",
            "mentorships_mentorship",
            "conduct_block",
            "matching_mentoroffer",
        ):
            assert refused(f"SELECT count(*) FROM {table}")
        assert refused("SELECT declined_at FROM matching_suggestion")
        assert refused("UPDATE matching_criteria SET work = ''")
        assert refused("UPDATE matching_proposedmentor SET mentor_id = 1")
        assert client.post(f"{PAGE}{proposal.pk}/send/").status_code == 302

    assert set(Suggestion.objects.values_list("mentor", flat=True)) == {one.member_id, third.member_id}
    assert not Proposal.objects.exists()


@postgres
def test_of_silent_mentors_the_staff_site_knows_how_many(coordinator):
    from reminders import hooks

    Question.objects.create(to=factories.mentor().member, subject=Subject.LAPSED)
    make()
    with as_login("staff"):
        assert len(list(hooks.silent_mentors(coordinator))) == 1
        assert refused("SELECT to_id FROM reminders_question")


@postgres
def test_an_account_closes_with_the_rights_of_the_worker_while_a_proposal_waits(wish, mentee):
    fitting()
    deciding.ask_for_proposal()
    proposing.compute_proposals()
    account_closure.request_closure(mentee, leave_words=False)
    make()
    with as_login("worker"):
        assert account_closure.finish_closure(account_closure.AccountClosure.objects.get().pk)

    assert not ProposedMentor.objects.exists() and not Criteria.objects.exists()


def test_what_matters_is_taken_along(wish, mentee):
    rows = [row for part in parts(mentee) if part.name == "wish" for row in part.rows()]

    (wish_of_export,) = [row["what_matters"] for row in rows if "what_matters" in row]
    assert (wish_of_export["windows"], wish_of_export["formats"]) == (["weekends"], ["video"])


@pytest.mark.parametrize("who", ("wisher", "mentor"))
def test_with_the_account_what_was_proposed_goes(who, wish, mentee):
    best = fitting().member
    deciding.ask_for_proposal()
    proposing.compute_proposals()
    erasure.erase_member(mentee if who == "wisher" else best, leave_words=False)

    assert not ProposedMentor.objects.exists()
    assert Criteria.objects.exists() is (who == "mentor")


def test_an_undecided_proposal_goes_after_seven_days(wish):
    fitting()
    deciding.ask_for_proposal()
    proposing.compute_proposals()
    (rule,) = [rule for rule in RETENTION if rule.name.endswith("forget_proposals")]
    rule.run(timezone.now(), rule.after)
    assert Proposal.objects.exists()

    Proposal.objects.update(asked_at=timezone.now() - rule.after * 1.01)
    rule.run(timezone.now(), rule.after)
    assert not Proposal.objects.exists() and not ProposedMentor.objects.exists()


def test_taken_back_nothing_of_it_is_left(wish, mentee):
    waits(factories.member(languages=["cy"]))
    fitting()
    deciding.ask_for_proposal()
    proposing.compute_proposals()
    for one in (mentee, LeftOver.objects.get().wish.member):
        wishes.take_back_from_coordinators(one)

    assert not ProposedMentor.objects.exists() and not LeftOver.objects.exists()
