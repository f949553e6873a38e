"""Product 8, 9: a profile that is in the list stays worth choosing by, and its places stay true."""

import factories
from matching import services as matching
from profiles import services
from profiles.models import MentorProfile

FORM = {"area_0": "archives", "bio": "I keep things.", "capacity": "2", "taking_requests": "on"}


def errors_of(answer):
    """The fields with an error, of all sections."""
    return {name for form in answer.context["forms"] for name in form.errors}


def test_a_published_profile_cannot_be_emptied(as_, mentor):
    """The error stands at the field; the list still shows what it showed."""
    answer = as_(mentor).post("/profile/mentor/", FORM | {"area_0": "", "bio": ""})

    assert answer.status_code == 200
    assert {"area_0", "bio"} <= errors_of(answer)
    assert MentorProfile.objects.get(member=mentor).bio


def test_a_draft_may_be_empty(as_, stranger):
    """Product 4."""
    as_(stranger).post("/profile/mentor/", FORM | {"area_0": "", "bio": ""})
    assert MentorProfile.objects.get(member=stranger).status == "draft"


def test_who_takes_no_new_requests_may_still_accept_those_that_wait(mentor, mentee):
    """Product 9, 23."""
    request = factories.request(mentee, mentor)
    MentorProfile.objects.filter(member=mentor).update(taking_requests=False)

    matching.accept_request(request)
    assert MentorProfile.objects.get(member=mentor).active == 1


def test_an_acceptance_while_the_form_is_open_is_an_error_at_its_field(as_, mentor, mentee, monkeypatch):
    """Product 23: the form saw nobody, the database sees one too many."""
    save = services._save_mentor

    def accepted_first(profile):
        factories.pair(mentor, mentee)
        factories.pair(mentor, factories.member())
        save(profile)

    monkeypatch.setattr(services, "_save_mentor", accepted_first)
    answer = as_(mentor).post("/profile/mentor/", FORM | {"capacity": "1"})

    assert "capacity" in errors_of(answer)
