"""Events in the list: what each type does, in whatever order they come (product 2, 56)."""

from itertools import permutations

import pytest
from allauth.account.models import EmailAddress

import factories
from joining.models import EventState, MembershipEvent, RosterEntry, TroubleKind
from joining.tests.exports import file_of
from joining.tests.webhooks import AMINA
from joining.webhook import applying
from mail.models import OutgoingMail
from profiles.models import MentorProfile

FIRST, SECOND, THIRD = "2026-01-01T10:00:00Z", "2026-01-02T10:00:00Z", "2026-01-03T10:00:00+02:00"
NUMBER = {"id": 7}


@pytest.fixture
def amina(tell):
    """On the list, since the first day."""
    tell("joined", AMINA, at=FIRST)
    return RosterEntry.objects.get()


def listed(member, tell, **more):
    """A member with a confirmed address, on the list."""
    EmailAddress.objects.get_or_create(user=member, email=member.email, verified=True, primary=True)
    data = {"id": str(member.pk), "name": member.name, "email": member.email, **more}
    tell("joined", data)
    return RosterEntry.objects.get(member=member)


def test_joined_adds_with_the_headings_of_any_system(tell):
    tell(
        "joined",
        {
            "[Profile ID]": 101,
            "[Name | First]": "Tomás",
            "[Name | Last]": "Rivera",
            "[Email | Primary]": "TOMAS@library.example",
            "[Address | Primary | Country]": "Mexico",
            "[Expiration Date]": "2031-01-31T00:00:00Z",
        },
    )

    entry = RosterEntry.objects.get()
    assert (entry.external_id, entry.name, entry.email) == ("101", "Tomás Rivera", "tomas@library.example")
    assert (entry.country, entry.state, str(entry.paid_through)) == ("MX", "current", "2031-01-31")


def test_changed_takes_over_what_it_tells_and_leaves_the_rest(tell, amina):
    tell("lapsed", NUMBER)
    tell("changed", NUMBER | {"city": "Kisumu", "email": "otieno@library.example"})

    amina.refresh_from_db()
    assert (amina.city, amina.email, amina.name) == ("Kisumu", "otieno@library.example", "Amina Otieno")
    assert amina.state == "lapsed"


@pytest.mark.parametrize(
    "kind, more, state",
    [
        ("lapsed", {}, "lapsed"),
        ("lapsed", {"status": ""}, "lapsed"),
        ("lapsed", {"status": "Active"}, "current"),
        ("lapsed", {"paid through": "2999-01-01"}, "lapsed"),
        ("changed", {"status": "Expired"}, "lapsed"),
        ("changed", {"paid through": "2020-01-01"}, "lapsed"),
        ("changed", {"city": "Kisumu"}, "current"),
        ("joined", {"paid through": "2020-01-01"}, "current"),
    ],
)
def test_the_status_tells_the_membership_then_the_type_then_the_date(kind, more, state, tell, amina):
    tell(kind, NUMBER | more)

    amina.refresh_from_db()
    assert amina.state == state


def test_a_mentor_leaves_the_list_and_comes_back(tell, mentor):
    entry = listed(mentor, tell)
    tell("lapsed", {"email": mentor.email})
    assert not MentorProfile.objects.get(member=mentor).listed

    tell("rejoined", {"id": entry.external_id})
    assert MentorProfile.objects.get(member=mentor).listed


def test_what_happened_earlier_fills_gaps_and_no_more(tell, amina):
    tell("changed", NUMBER | {"city": "Kisumu"}, at=THIRD)
    tell("changed", NUMBER | {"city": "Nairobi", "employer": "National Library"}, at=SECOND)

    amina.refresh_from_db()
    assert (amina.city, amina.employer) == ("Kisumu", "National Library")


def test_an_earlier_end_does_not_undo_a_later_return(tell, amina):
    tell("rejoined", NUMBER, at=THIRD)
    tell("lapsed", NUMBER, at=SECOND)

    amina.refresh_from_db()
    assert amina.state == "current"


def test_an_end_counts_though_a_later_change_came_first(tell, amina):
    """Facts and the membership are dated apart."""
    tell("changed", NUMBER | {"city": "Kisumu"}, at=THIRD)
    tell("lapsed", NUMBER, at=SECOND)

    amina.refresh_from_db()
    assert (amina.state, amina.city) == ("lapsed", "Kisumu")


def test_an_older_number_that_comes_late_is_a_former_one(tell, amina):
    tell("changed", AMINA | {"Member Number": "907"}, at=THIRD)
    tell("changed", AMINA, at=SECOND)

    amina.refresh_from_db()
    assert (amina.external_id, amina.former_ids) == ("907", ["7"])


def test_a_later_file_is_taken_as_it_is(tell, amina, take_in):
    take_in(file_of("7,Amina Otieno,amina@library.example,Lapsed"))

    amina.refresh_from_db()
    assert amina.state == "lapsed"


def test_whoever_is_not_on_the_list_and_has_no_name_is_a_question(tell):
    event = tell("changed", {"id": 9, "city": "Kisumu"})

    assert (event.state, event.question) == (EventState.QUESTION, TroubleKind.ROW)
    assert "9" in event.text


def test_an_end_of_somebody_unknown_is_nothing(tell):
    assert tell("lapsed", {"id": 9}).state == EventState.EARLY
    assert not RosterEntry.objects.exists()


EVENTS = (
    ("joined", AMINA, FIRST),
    ("changed", NUMBER | {"city": "Nairobi", "employer": "National Library"}, SECOND),
    ("lapsed", NUMBER, THIRD),
    ("changed", NUMBER | {"city": "Kisumu"}, "2026-01-04T10:00:00Z"),
)


@pytest.mark.parametrize("order", list(permutations(EVENTS)))
def test_in_whatever_order_they_come_the_end_is_the_same(order, tell):
    for kind, data, at in order:
        tell(kind, data, at=at)
    applying.work_on_events()

    entry = RosterEntry.objects.get()
    assert (entry.city, entry.employer, entry.state) == ("Kisumu", "National Library", "lapsed")
    assert set(MembershipEvent.objects.values_list("state", flat=True)) == {EventState.DONE}


def test_a_status_nobody_knows_is_a_question_and_no_guess(tell, amina):
    event = tell("changed", NUMBER | {"status": "Emeritus"})

    assert (event.state, event.question, event.text) == (EventState.QUESTION, TroubleKind.STATE, "Emeritus")
    amina.refresh_from_db()
    assert amina.state == "current"


def test_the_address_of_somebody_else_is_a_question(tell, amina):
    event = tell("joined", {"id": 8, "name": "Tomás Rivera", "email": amina.email})

    assert (event.state, event.question) == (EventState.QUESTION, TroubleKind.CLASH)
    assert RosterEntry.objects.get().name == "Amina Otieno"


@pytest.mark.parametrize(
    "data", [{"id": "8", "former_ids": ["7"]}, {"id": 7, "merged_into": 8, "name": "Gone"}]
)
def test_merged_joins_two_entries_and_keeps_the_account(data, tell, mentee):
    entry = listed(mentee, tell, id="7", city="Nairobi")
    tell("joined", {"id": 8, "name": mentee.name, "email": "other@library.example"})

    event = tell("merged", data)

    assert event.state == EventState.DONE
    left = RosterEntry.objects.get()
    assert (left.external_id, left.former_ids, left.member) == ("8", ["7"], mentee)
    assert (left.city, left.email, left.name) == ("Nairobi", "other@library.example", mentee.name)
    assert left.pk != entry.pk


def test_merged_with_a_lapsed_record_the_better_membership_counts(tell, mentor):
    listed(mentor, tell, id="7")
    tell("lapsed", {"id": 8, "name": mentor.name, "email": "other@library.example"})

    tell("merged", {"id": 8, "former_ids": "7"})

    assert RosterEntry.objects.get().state == "current"
    assert MentorProfile.objects.get(member=mentor).listed
    assert not OutgoingMail.objects.exists()  # to them, nothing has changed


def test_an_ended_account_merged_into_a_member_comes_back(tell, mentor):
    listed(mentor, tell, id="7")
    tell("lapsed", NUMBER)
    tell("joined", {"id": 8, "name": mentor.name, "email": "other@library.example"})
    assert not MentorProfile.objects.get(member=mentor).listed

    tell("merged", {"id": 8, "former_ids": "7"})

    assert MentorProfile.objects.get(member=mentor).listed


def test_merged_into_an_ended_membership_ends_it(tell, mentor):
    listed(mentor, tell, id="7")
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


def test_two_accounts_are_a_question(tell):
    one, other = factories.member(name="Amina Otieno"), factories.member(name="Amina O")
    listed(one, tell, id="7")
    listed(other, tell, id="8")

    event = tell("merged", {"id": 8, "former_ids": [7]})

    assert (event.state, event.question, event.clash) == (EventState.QUESTION, TroubleKind.CLASH, "")
    assert RosterEntry.objects.count() == 2


def test_one_that_fails_is_a_question_and_the_others_are_taken_in(tell, monkeypatch, caplog):
    save = applying.save_changes

    def breaks(changes):
        if changes[0].entry.external_id == "8":
            raise ValueError("words of somebody")
        save(changes)

    monkeypatch.setattr(applying, "save_changes", breaks)
    event = tell("joined", {"id": 8, "name": "Tomás Rivera", "email": "tomas@library.example"})
    tell("joined", AMINA)

    event.refresh_from_db()
    assert event.state == EventState.QUESTION and "words" not in caplog.text
    assert RosterEntry.objects.get().name == "Amina Otieno"
