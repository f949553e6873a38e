"""Product 17: what cannot be sent to a mentor comes back with all its words."""

import pytest

from factories import HOSTILE, member, mentor
from mail.models import OutgoingMail
from matching.models import MentorRequest
from matching.tests.ask_form import WORDS, ask, drafts, send
from profiles import moderation
from profiles import services as people
from testing.pages import main_text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("missing", "unseen"), [("focus", " "), ("message", " "), ("message", "\u200b\u3164")]
)
def test_what_is_missing_is_said_and_the_rest_stays_in_the_form(missing, unseen, as_, mentee, mentor):
    page = send(as_(mentee), mentor, **{missing: unseen})

    assert page.status_code == 200
    assert "error-summary" in page.content.decode()
    assert WORDS["hopes"] in page.content.decode()
    assert MentorRequest.objects.count() == 0


@pytest.mark.parametrize("step", ["pause", "hide", "suspend", "fill", "stop"])
def test_a_mentor_who_closes_while_the_form_is_open_costs_no_words(step, as_, mentee, mentor):
    """Issue 2, bad input."""
    profile = mentor.mentor_profile
    client = as_(mentee)
    client.get(ask(mentor))
    {
        "pause": lambda: people.pause(profile),
        "hide": lambda: moderation.hide(profile, reason="A check."),
        "suspend": lambda: moderation.suspend(mentor),
        "fill": lambda: [people.take_place(mentor) for _ in range(profile.capacity)],
        "stop": lambda: type(profile).objects.update(taking_requests=False),
    }[step]()

    page = send(client, mentor)

    assert page.status_code == 200
    assert "saved what you wrote as a draft" in main_text(page)
    assert WORDS["message"] in page.content.decode()
    assert [kept_draft.message for kept_draft in drafts(mentee)] == [WORDS["message"]]
    assert WORDS["message"] in client.get(ask(mentor)).content.decode()  # and found again later
    assert not OutgoingMail.objects.filter(kind__startswith="matching/").exists()


def test_a_mentor_out_of_the_list_has_no_form_for_anybody_else(as_, stranger, mentor):
    people.pause(mentor.mentor_profile)

    assert as_(stranger).get(ask(mentor)).status_code == 404


@pytest.mark.parametrize("published", [True, False])
def test_a_member_who_is_no_mentor_looks_like_nobody(published, as_, stranger, mentee):
    nobody = member() if published else mentor(published=False).member

    for answer in (as_(stranger).get(ask(nobody)), send(as_(stranger), nobody)):
        assert answer.status_code == 404


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_refused_at_the_field_or_kept_as_text(text, as_, mentee, mentor):
    """Issue 2, bad input."""
    client = as_(mentee)
    for field in WORDS:
        answer = send(client, mentor, **{field: text})
        if answer.status_code == 200:
            assert f'href="#id_{field}"' in answer.content.decode()
            continue
        page = client.get(answer.url).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "\u202e" not in page
        client.post(f"{answer.url}withdraw/")


def test_a_text_too_long_is_given_back_and_not_called_kept(as_, mentee, mentor):
    client = as_(mentee)
    client.post(ask(mentor), {"message": "The first try.", "save": "1"}, follow=True)

    page = client.post(ask(mentor), {"message": "x" * 5001, "hopes": "Short.", "save": "1"})

    assert "x" * 5001 in page.content.decode()
    assert "Your draft is kept" not in main_text(page)
    [draft] = drafts(mentee)
    assert (draft.message, draft.hopes) == ("The first try.", "Short.")
