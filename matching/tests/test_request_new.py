"""Product 17, 19, 20, 22: asking a mentor, from the first line to the one mail."""

from dataclasses import replace

import pytest

from factories import HOSTILE, member, mentor, pair, request
from mail.models import OutgoingMail
from matching.models import MentorRequest, RequestStatus
from profiles import services as people
from testing.pages import main_text

pytestmark = pytest.mark.django_db
WORDS = {
    "focus": "specific-skill",
    "message": "Could we talk about my backlog?",
    "hopes": "A plan I believe in.",
    "style": "ongoing",
    "line_manager": "no",
}


def ask(mentor_member):
    return f"/mentors/{mentor_member.code}/ask/"


def send(client, mentor_member, **changed):
    return client.post(ask(mentor_member), {**WORDS, "send": "1", **changed})


def drafts(mentee):
    return list(MentorRequest.objects.filter(mentee=mentee, status=RequestStatus.DRAFT))


def test_what_was_written_reaches_the_mentor_and_both_get_a_mail(as_, mentee, mentor):
    """Product 17."""
    answer = send(as_(mentee), mentor)

    row = MentorRequest.objects.get()
    assert answer.url == row.get_absolute_url()
    assert (row.status, row.message, row.hopes) == (RequestStatus.OPEN, WORDS["message"], WORDS["hopes"])
    assert (row.focus, row.style, row.line_manager) == ("specific-skill", "ongoing", False)
    assert WORDS["message"] in main_text(as_(mentor).get(row.get_absolute_url()))
    told = OutgoingMail.objects.values_list("to", "kind").order_by("kind")
    assert list(told) == [(mentor.pk, "matching/request_received"), (mentee.pk, "matching/request_sent")]


def test_the_dates_of_reminders_and_expiry_stand_in_the_row(as_, mentee, mentor, settings):
    """Product 21."""
    settings.PROGRAMME_NUMBERS = replace(
        settings.PROGRAMME_NUMBERS, request_reminder_days=(2, 5), request_expiry_days=9
    )
    client = as_(mentee)
    assert "have not answered after 9 days" in main_text(client.get(ask(mentor)))

    send(client, mentor)

    row = MentorRequest.objects.get()
    dates = (row.remind_first_at, row.remind_again_at, row.expires_at)
    assert [(date - row.sent_at).days for date in dates] == [2, 5, 9]


@pytest.mark.parametrize(("said", "kept"), [("yes", True), ("no", False), ("", None)])
def test_the_line_manager_question_may_stay_open(said, kept, as_, mentee, mentor):
    """Product 19."""
    send(as_(mentee), mentor, line_manager=said)

    assert MentorRequest.objects.get().line_manager is kept


def test_the_same_employer_raises_a_notice_and_blocks_nothing(as_, mentee):
    """Product 19."""
    colleague = mentor(employer="Lakeside College ").member
    mentee.employer = "lakeside college"
    mentee.save()
    client = as_(mentee)

    assert "You both work for the same employer" in main_text(client.get(ask(colleague)))
    assert send(client, colleague).status_code == 302


@pytest.mark.parametrize(
    ("missing", "unseen"), [("focus", " "), ("message", " "), ("message", "\u200b\u3164")]
)
def test_what_is_missing_is_said_and_the_rest_stays_in_the_form(missing, unseen, as_, mentee, mentor):
    page = send(as_(mentee), mentor, **{missing: unseen})

    assert page.status_code == 200
    assert "error-summary" in page.content.decode()
    assert WORDS["hopes"] in page.content.decode()
    assert MentorRequest.objects.count() == 0


def test_a_draft_may_lack_anything_and_is_its_writers_alone(as_, mentee, mentor):
    client = as_(mentee)
    client.post(ask(mentor), {"message": "Half a", "save": "1"})

    [draft] = drafts(mentee)
    assert draft.message == "Half a"
    assert "Half a" in client.get(ask(mentor)).content.decode()
    assert "Drafts" in main_text(client.get("/requests/"))
    assert "Drafts" not in main_text(as_(mentor).get("/requests/"))
    assert as_(mentor).get(draft.get_absolute_url()).status_code == 404
    assert OutgoingMail.objects.count() == 0


def test_sending_uses_up_the_draft(as_, mentee, mentor):
    client = as_(mentee)
    client.post(ask(mentor), {"message": "Half a", "save": "1"})
    send(client, mentor)

    assert drafts(mentee) == []
    assert MentorRequest.objects.get().message == WORDS["message"]


def test_three_may_be_open_at_a_time_and_the_fourth_is_kept_as_a_draft(as_, mentee):
    """Product 22."""
    client = as_(mentee)
    mentors = [mentor().member for _ in range(4)]
    for one in mentors[:3]:
        assert send(client, one).status_code == 302

    page = send(client, mentors[3])

    assert "reached the limit for open requests" in main_text(page)
    assert "saved what you wrote as a draft" in main_text(page)
    assert [row.mentor for row in drafts(mentee)] == [mentors[3]]

    waiting = MentorRequest.objects.filter(status=RequestStatus.OPEN).first()
    client.post(f"/requests/{waiting.code}/withdraw/")
    assert send(client, mentors[3]).status_code == 302


def test_several_mentors_each_for_their_own_focus(as_, mentee):
    """Product 18."""
    client = as_(mentee)
    for focus in ("leadership", "networking"):
        send(client, mentor().member, focus=focus)

    assert set(MentorRequest.objects.values_list("focus", flat=True)) == {"leadership", "networking"}


def test_the_same_mentor_is_asked_once_and_other_words_are_kept(as_, mentee, mentor):
    client = as_(mentee)
    send(client, mentor)

    page = send(client, mentor, message="And something else.")

    assert f"You’ve already asked {mentor.name}" in main_text(page)
    assert [row.message for row in drafts(mentee)] == ["And something else."]
    assert MentorRequest.objects.filter(status=RequestStatus.OPEN).count() == 1


def test_a_double_click_sends_once_and_says_nothing_wrong(as_, mentee, mentor):
    client = as_(mentee)

    first, second = send(client, mentor), send(client, mentor)

    assert first.url == second.url
    assert MentorRequest.objects.count() == 1
    assert OutgoingMail.objects.count() == 2


def test_a_double_click_on_the_third_request_says_nothing_wrong(as_, mentee):
    client = as_(mentee)
    for one in [mentor().member for _ in range(3)]:
        assert send(client, one).status_code == send(client, one).status_code == 302


def test_whoever_is_my_mentor_already_is_not_asked_again(as_, mentee, mentor):
    pair(mentor, mentee)

    page = send(as_(mentee), mentor)

    assert f"You already have a mentorship with {mentor.name}" in main_text(page)
    assert [row.status for row in MentorRequest.objects.all()] == [RequestStatus.DRAFT]


@pytest.mark.parametrize("button", ["send", "save"])
def test_nobody_asks_themselves(button, as_, mentor):
    page = as_(mentor).post(ask(mentor), {**WORDS, button: "1"})

    assert "there’s nobody to ask here" in main_text(page)
    assert MentorRequest.objects.count() == 0


@pytest.mark.parametrize("step", ["pause", "hide", "suspend", "fill", "stop"])
def test_a_mentor_who_closes_while_the_form_is_open_costs_no_words(step, as_, mentee, mentor):
    """Issue 2, bad input."""
    profile = mentor.mentor_profile
    client = as_(mentee)
    client.get(ask(mentor))
    {
        "pause": lambda: people.pause(profile),
        "hide": lambda: people.hide(profile, reason="A check."),
        "suspend": lambda: people.suspend(mentor),
        "fill": lambda: [people.take_place(mentor) for _ in range(profile.capacity)],
        "stop": lambda: type(profile).objects.update(taking_requests=False),
    }[step]()

    page = send(client, mentor)

    assert page.status_code == 200
    assert "saved what you wrote as a draft" in main_text(page)
    assert WORDS["message"] in page.content.decode()
    assert [row.message for row in drafts(mentee)] == [WORDS["message"]]
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


def test_an_open_request_is_not_sent_twice_by_a_maker_of_rows(mentee, mentor):
    request(mentee, mentor)

    with pytest.raises(Exception, match="already asked"):
        request(mentee, mentor, message="Other words.")
