"""Events in the list: what each type does, and what becomes a question (product 2, 56)."""

import pytest

from joining.models import EventState, RosterEntry, TroubleKind
from joining.tests.webhooks import AMINA, NUMBER
from joining.webhook import applying
from profiles.models import MentorProfile


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


def test_a_mentor_leaves_the_list_and_comes_back(tell, mentor, join):
    entry = join(mentor)
    tell("lapsed", {"email": mentor.email})
    assert not MentorProfile.objects.get(member=mentor).listed

    tell("rejoined", {"id": entry.external_id})
    assert MentorProfile.objects.get(member=mentor).listed


def test_whoever_is_not_on_the_list_and_has_no_name_is_a_question(tell):
    event = tell("changed", {"id": 9, "city": "Kisumu"})

    assert (event.state, event.question) == (EventState.QUESTION, TroubleKind.ROW)
    assert "9" in event.text


def test_an_end_of_somebody_unknown_is_nothing(tell):
    assert tell("lapsed", {"id": 9}).state == EventState.EARLY
    assert not RosterEntry.objects.exists()


def test_a_status_nobody_knows_is_a_question_and_no_guess(tell, amina):
    event = tell("changed", NUMBER | {"status": "Emeritus"})

    assert (event.state, event.question, event.text) == (EventState.QUESTION, TroubleKind.STATE, "Emeritus")
    amina.refresh_from_db()
    assert amina.state == "current"


def test_the_address_of_somebody_else_is_a_question(tell, amina):
    event = tell("joined", {"id": 8, "name": "Tomás Rivera", "email": amina.email})

    assert (event.state, event.question) == (EventState.QUESTION, TroubleKind.CLASH)
    assert RosterEntry.objects.get().name == "Amina Otieno"


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
