"""One address, two people: asked on the import's page once, and remembered (product 56)."""

import pytest
from django.contrib.admin.models import LogEntry

import factories
from joining import importing
from joining.models import ClashAnswer, ImportState, RosterEntry
from joining.staging import decide_import
from joining.tests.exports import file_of

AMINA = "7,Amina Otieno,amina@library.example,Active"
OTHER_NAME = "8,A. Otieno-Rivera,amina@library.example,Active"


@pytest.fixture
def answer(client):
    """answer(import, "same" or "other"): to its clash; it is checked again."""

    def say(an_import, choice):
        key = an_import.troubles.exclude(clash="").get().clash
        client.post(f"/admin/joining/rosterimport/{an_import.pk}/person/", {"clash": key, choice: ""})
        importing.work_on_imports()

    return say


def take(an_import):
    decide_import(an_import, ImportState.CONFIRMED)
    importing.work_on_imports()


def page_of(client, an_import):
    return client.get(f"/admin/joining/rosterimport/{an_import.pk}/change/").content.decode()


def test_the_same_person_takes_the_new_number_and_is_not_asked_about_again(
    checked, take_in, answer, client, coordinator
):
    take_in(file_of(AMINA))
    an_import = checked(OTHER_NAME)
    assert "The same person" in page_of(client, an_import)

    answer(an_import, "same")
    assert "1 person has other details." in page_of(client, an_import)
    take(an_import)

    entry = RosterEntry.objects.get()
    assert (entry.external_id, entry.former_ids, entry.name) == ("8", ["7"], "A. Otieno-Rivera")
    again = checked(OTHER_NAME)
    assert again.troubles.count() == 0
    assert ClashAnswer.objects.get().decided_by == coordinator
    assert "one person" in LogEntry.objects.get().change_message


def test_another_person_stays_out_and_is_not_asked_about_again(checked, take_in, answer, client):
    take_in(file_of(AMINA))
    an_import = checked(OTHER_NAME)
    answer(an_import, "other")
    take(an_import)

    again = checked(OTHER_NAME)
    page = page_of(client, again)
    assert "They’re two people, as you’ve said." in page and "The same person" not in page
    assert RosterEntry.objects.get().name == "Amina Otieno"


def test_two_rows_of_one_file_can_be_the_same_person(checked, answer):
    an_import = checked(AMINA, OTHER_NAME)
    answer(an_import, "same")
    take(an_import)

    entry = RosterEntry.objects.get()
    assert (entry.external_id, entry.former_ids) == ("7", ["8"])
    again = checked(AMINA, OTHER_NAME)
    again.refresh_from_db()
    assert again.counts["same"] == 1 and not again.troubles.exists()


def test_two_rows_of_one_file_can_be_two_people(checked, answer):
    an_import = checked(AMINA, OTHER_NAME)
    answer(an_import, "other")
    take(an_import)

    assert not RosterEntry.objects.exists()
    assert checked(AMINA, OTHER_NAME).troubles.get().clash == ""


def test_two_entries_of_the_same_person_become_one_with_its_account(checked, take_in, answer):
    member = factories.member(name="Amina Otieno")
    take_in(file_of(f"7,Amina Otieno,{member.email},Active", "8,Amina O,other@library.example,Active"))

    an_import = checked(f"8,Amina Otieno,{member.email},Active")
    answer(an_import, "same")
    an_import.refresh_from_db()
    assert (an_import.counts["missing"], an_import.counts["changed"]) == (0, 1)
    take(an_import)

    entry = RosterEntry.objects.get()
    assert (entry.external_id, entry.former_ids, entry.member) == ("8", ["7"], member)
    assert entry.email == member.email


def test_two_accounts_stay_two(checked, take_in, answer):
    members = [factories.member(name="Amina Otieno"), factories.member(name="Amina O")]
    for number, member in zip((7, 8), members, strict=True):
        take_in(file_of(f"{number},{member.name},{member.email},Active"))

    an_import = checked(f"8,Amina O,{members[0].email},Active")
    answer(an_import, "same")
    take(an_import)

    assert RosterEntry.objects.count() == 2
    assert "each has an account here" in checked(f"8,Amina O,{members[0].email},Active").troubles.get().text
