"""Product 22: after a yes the mentee decides about the others; the mentor does not learn of them."""

import pytest

from factories import request
from mail.models import OutgoingMail
from matching.tests.request_steps import step
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def test_the_mentee_is_asked_about_others_for_the_same_focus(mentor_request, as_, mentor, mentee):
    """Product 22."""
    same, other = (make_mentor(name) for name in ("Same Focus", "Other Focus"))
    request(mentee, same)
    request(mentee, other, focus="leadership")
    as_(mentor).post(step(mentor_request, "accept"))

    page = main_text(as_(mentee).get(mentor_request.get_absolute_url()))

    assert "You now have a mentor for this" in page
    assert "Same Focus" in page
    assert "Other Focus" not in page
    mail = OutgoingMail.objects.get(kind="matching/request_accepted", to=mentee)
    assert "Same Focus" in mail.text


def test_the_mentor_does_not_learn_whom_else_the_mentee_asked(mentor_request, as_, mentor, mentee):
    request(mentee, make_mentor("Same Focus"))
    as_(mentor).post(step(mentor_request, "accept"))

    assert "Same Focus" not in main_text(as_(mentor).get(mentor_request.get_absolute_url()))
    assert "Same Focus" not in OutgoingMail.objects.get(kind="matching/request_accepted", to=mentor).text


def make_mentor(name):
    from factories import mentor

    return mentor(name=name).member
