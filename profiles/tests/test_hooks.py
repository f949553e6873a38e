"""Product 2, 12, 54: what people add to the home page, and what coordinators may do with people."""

import pytest

import factories
from mentoring.lib.registry.hooks import FIELD_LABELS
from mentoring.lib.registry.roles import STAFF_PERMISSIONS
from profiles.hooks import profile_to_begin
from testing.pages import main_text

pytestmark = pytest.mark.django_db
ASKED = "Say what you’re looking for, and we’ll suggest mentors"


def test_who_has_said_nothing_is_asked_what_they_look_for(stranger):
    assert [address for address, _label in profile_to_begin(stranger)] == ["/profile/"]


def test_it_stands_on_the_home_page_once_somebody_has_begun(as_, mentor, stranger):
    """Before that the two doors stand there, and nothing beside them."""
    assert ASKED not in main_text(as_(stranger).get("/"))

    factories.request(stranger, mentor)
    assert ASKED in main_text(as_(stranger).get("/"))


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_who_looks_for_something_or_offers_something_is_not_asked(who, request):
    assert list(profile_to_begin(request.getfixturevalue(who))) == []


def test_a_mentor_of_a_draft_is_not_asked_either():
    assert list(profile_to_begin(factories.mentor(published=False).member)) == []


def test_coordinators_may_look_at_people_and_only_change_vocabularies():
    mine = {given.codename for given in STAFF_PERMISSIONS if given.app_label == "profiles"}

    assert {"view_member", "view_mentorprofile"} <= mine
    assert {name for name in mine if not name.startswith("view_")} == {
        f"{verb}_{model}" for verb in ("add", "change") for model in ("term", "termlabel")
    }


def test_a_form_that_is_handed_back_calls_its_fields_as_the_page_did(client, db):
    long = "I mend bindings, and I am glad to show anybody how it is done. " * 2
    page = client.post("/profile/mentor/", {"bio": long, "ask_me_about": long})

    assert {"bio", "ask_me_about", "contact"} <= set(FIELD_LABELS.names())
    assert "About me" in main_text(page) and "Ask me about" in main_text(page)
    assert page.content.decode().count(long) == 2
