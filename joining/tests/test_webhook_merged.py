"""Two records of the membership system become one: so do their entries, with the account of either."""

import pytest

import factories
from joining.models import EventState, RosterEntry, TroubleKind
from joining.tests.webhooks import NUMBER
from mail.models import OutgoingMail
from profiles.models import MentorProfile


@pytest.mark.parametrize(
    "data", [{"id": "8", "former_ids": ["7"]}, {"id": 7, "merged_into": 8, "name": "Gone"}]
)
def test_merged_joins_two_entries_and_keeps_the_account(data, tell, mentee, join):
    entry = join(mentee, id="7", city="Nairobi")
    tell("joined", {"id": 8, "name": mentee.name, "email": "other@library.example"})

    event = tell("merged", data)

    assert event.state == EventState.DONE
    left = RosterEntry.objects.get()
    assert (left.external_id, left.former_ids, left.member) == ("8", ["7"], mentee)
    assert (left.city, left.email, left.name) == ("Nairobi", "other@library.example", mentee.name)
    assert left.pk != entry.pk


def test_merged_with_a_lapsed_record_the_better_membership_counts(tell, mentor, join):
    join(mentor, id="7")
    tell("lapsed", {"id": 8, "name": mentor.name, "email": "other@library.example"})

    tell("merged", {"id": 8, "former_ids": "7"})

    assert RosterEntry.objects.get().state == "current"
    assert MentorProfile.objects.get(member=mentor).listed
    assert not OutgoingMail.objects.exists()  # to them, nothing has changed


def test_an_ended_account_merged_into_a_member_comes_back(tell, mentor, join):
    join(mentor, id="7")
    tell("lapsed", NUMBER)
    tell("joined", {"id": 8, "name": mentor.name, "email": "other@library.example"})
    assert not MentorProfile.objects.get(member=mentor).listed

    tell("merged", {"id": 8, "former_ids": "7"})

    assert MentorProfile.objects.get(member=mentor).listed


def test_merged_into_an_ended_membership_ends_it(tell, mentor, join):
    join(mentor, id="7")
    tell("joined", {"id": 8, "name": mentor.name, "email": "other@library.example"})

    tell("merged", {"id": 8, "former_ids": ["7"], "status": "Lapsed"})

    assert RosterEntry.objects.get().state == "lapsed"
    assert not MentorProfile.objects.get(member=mentor).listed


def test_merged_into_a_number_we_do_not_know_is_another_number(tell, amina):
    tell("merged", {"id": 8, "former_ids": [7, 6]})

    amina.refresh_from_db()
    assert (amina.external_id, amina.former_ids) == ("8", ["7", "6"])


@pytest.mark.parametrize("number", ["7", "Ñ-7", '7"%'])
def test_a_former_number_still_means_the_same_person(number, tell, amina):
    RosterEntry.objects.update(external_id=number)
    tell("merged", {"id": 8, "former_ids": [number]})
    tell("changed", {"id": number, "city": "Kisumu"})
    tell("joined", {"id": number, "name": "Somebody Else", "email": "else@library.example"})

    amina.refresh_from_db()
    assert (amina.external_id, amina.city) == ("8", "Kisumu")
    assert RosterEntry.objects.get(external_id=number).name == "Somebody Else"


def test_two_accounts_are_a_question(tell, join):
    one, other = factories.member(name="Amina Otieno"), factories.member(name="Amina O")
    join(one, id="7")
    join(other, id="8")

    event = tell("merged", {"id": 8, "former_ids": [7]})

    assert (event.state, event.question, event.clash) == (EventState.QUESTION, TroubleKind.CLASH, "")
    assert RosterEntry.objects.count() == 2
