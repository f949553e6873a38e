"""Product 20: asking back and answering, both ways, until it is decided."""

import pytest

from factories import HOSTILE
from mail.models import OutgoingMail
from testing.pages import main_text

pytestmark = pytest.mark.django_db


def talk(client, mentor_request, text):
    return client.post(f"/requests/{mentor_request.code}/talk/", {"talk-text": text})


def test_both_write_both_read_in_the_order_written_and_the_other_is_told(mentor_request, as_, mentor, mentee):
    for who, text in ((mentor, "When?"), (mentee, "In May."), (mentor, "And where?")):
        assert talk(as_(who), mentor_request, text).status_code == 302

    for who in (mentor, mentee):
        page = main_text(as_(who).get(mentor_request.get_absolute_url()))
        assert page.index("When?") < page.index("In May.") < page.index("And where?")
    told = OutgoingMail.objects.filter(kind="matching/request_talked").order_by("pk")
    assert [letter.to for letter in told] == [mentee, mentor, mentee]
    assert not any("May" in letter.text + letter.html + letter.subject for letter in told)


@pytest.mark.parametrize(("who", "expected"), [("stranger", 404), ("coordinator", 404), (None, 403)])
def test_nobody_else_joins_in(who, expected, mentor_request, client, request):
    if who:
        client.force_login(request.getfixturevalue(who))

    assert talk(client, mentor_request, "Me too").status_code == expected
    assert mentor_request.talk.count() == 0


@pytest.mark.parametrize("step", ["accept", "decline", "withdraw"])
def test_once_it_is_decided_the_words_come_back_and_nobody_is_told(step, mentor_request, as_, mentor, mentee):
    as_(mentee if step == "withdraw" else mentor).post(f"/requests/{mentor_request.code}/{step}/")

    page = talk(as_(mentee), mentor_request, "One more thing, a long one.")

    assert page.status_code == 409
    assert "your message was not sent" in main_text(page)
    assert "One more thing, a long one." in page.content.decode()
    assert mentor_request.talk.count() == 0
    assert not OutgoingMail.objects.filter(kind="matching/request_talked").exists()


def test_a_double_click_is_said_once(mentor_request, as_, mentor):
    for _ in range(2):
        talk(as_(mentor), mentor_request, "When?")

    assert mentor_request.talk.count() == 1
    assert OutgoingMail.objects.filter(kind="matching/request_talked").count() == 1


def test_the_same_words_said_by_the_other_are_said(mentor_request, as_, mentor, mentee):
    for who in (mentor, mentee, mentor):
        talk(as_(who), mentor_request, "Thank you!")

    assert mentor_request.talk.count() == 2


@pytest.mark.parametrize("text", ["", "   ", "x" * 5001])
def test_nothing_or_too_much_is_refused_with_the_words_kept(text, mentor_request, as_, mentor):
    page = talk(as_(mentor), mentor_request, text)

    assert page.status_code == 422
    assert text in page.content.decode()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_shown_as_text_or_refused(text, mentor_request, as_, mentor, mentee):
    assert talk(as_(mentor), mentor_request, text).status_code in (302, 422)

    page = as_(mentee).get(mentor_request.get_absolute_url())
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()
    assert "<img src=x" not in page.content.decode()
    assert "\u202e" not in page.content.decode()
