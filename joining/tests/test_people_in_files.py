"""Who is who: rows are grouped by person before anything is decided (product 56)."""

import pytest

from joining.models import RosterEntry, TroubleKind
from joining.tests.exports import file_of

AMINA = "7,Amina Otieno,amina@library.example,"


def kinds(done):
    """Which questions a file left."""
    return list(done.troubles.values_list("kind", flat=True))


@pytest.mark.parametrize("first, second", [("Active", "Lapsed"), ("Lapsed", "Active")])
def test_of_several_memberships_the_best_wins(first, second, take_in):
    take_in(file_of(AMINA + first, AMINA + second))

    assert RosterEntry.objects.get().state == "current"


def test_the_number_tells_a_person_whose_address_has_changed(take_in):
    take_in(file_of(AMINA + "Active"))
    take_in(file_of("7,Amina Otieno,otieno@elsewhere.example,Active"))

    assert RosterEntry.objects.get().email == "otieno@elsewhere.example"


def test_a_number_that_changes_is_kept_as_a_former_one(take_in):
    take_in(file_of(AMINA + "Active"))
    take_in(file_of("A-907,Amina Otieno,amina@library.example,Active"))

    entry = RosterEntry.objects.get()
    assert (entry.external_id, entry.former_ids) == ("A-907", ["7"])


def test_one_address_for_two_people_in_a_file_is_a_question(take_in):
    done = take_in(file_of(AMINA + "Active", "8,Tomás Rivera,amina@library.example,Active"))

    assert kinds(done) == [TroubleKind.CLASH]
    assert not RosterEntry.objects.exists()


def test_the_address_of_somebody_else_on_the_list_is_a_question(take_in):
    take_in(file_of(AMINA + "Active"))

    done = take_in(file_of("8,Tomás Rivera,amina@library.example,Active"))

    assert kinds(done) == [TroubleKind.CLASH]
    assert RosterEntry.objects.get().name == "Amina Otieno"


def test_a_membership_nobody_knows_is_a_question_and_no_guess(take_in):
    done = take_in(file_of(AMINA + "Emeritus"))

    assert [(one.kind, one.text) for one in done.troubles.all()] == [(TroubleKind.STATE, "Emeritus")]
    assert not RosterEntry.objects.exists()


def test_who_is_missing_from_a_file_stays_on_the_list(take_in):
    take_in(file_of(AMINA + "Active"))
    done = take_in(file_of("8,Tomás Rivera,tomas@library.example,Active"))

    entry = RosterEntry.objects.get(external_id="7")
    assert done.counts["missing"] == 1
    assert entry.state == "current" and entry.missing_since

    take_in(file_of(AMINA + "Active"))
    entry.refresh_from_db()
    assert entry.missing_since is None


@pytest.mark.parametrize(
    "line, why",
    [
        ("7,,amina@library.example,Active", "no name"),
        ("7,Amina,,Active", "no email address"),
        ("7,Amina,amina at library,Active", "isn’t an email address"),
        ("7,Visit www.cheap.example,amina@library.example,Active", "isn’t a name"),
        (f"7,Amina,{'a' * 250}@b.example,Active", "isn’t an email address"),
        ("7,=HYPERLINK(1),@,Active", "isn’t an email address"),
    ],
)
def test_a_row_that_cannot_be_used_says_why_and_the_others_come_in(line, why, take_in):
    done = take_in(file_of(line, "8,Tomás Rivera,tomas@library.example,Active"))

    trouble = done.troubles.get()
    assert trouble.number == 2 and why in trouble.text
    assert RosterEntry.objects.get().name == "Tomás Rivera"
