"""A report (product 36, trust 11): the member's own disclosure, of the texts they pick and no others."""

import pytest
from django.utils import timezone

import factories
from conduct.models import Case, CaseText
from feedback import services as feedback
from mail.models import OutgoingMail
from mentoring.lib.vault import CannotOpen
from mentorships.models import DataKey, OwnNote
from privacy.private_texts import texts_of
from testing import clocks
from testing.keys import keys
from testing.pages import main_text
from testing.private_texts import MARKER

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(written):
    return f"/mentorships/{written.code}/trouble/report/"


def test_without_texts_it_says_what_happened_and_about_whom(as_, url, mentee, mentor, coordinator):
    letters = OutgoingMail.objects.filter(to=mentor).count()
    page = as_(mentee).post(url, {"text": "What happened."}, follow=True)

    case = Case.objects.get()
    assert (case.kind, case.member, case.about) == ("report", mentee, mentor)
    assert [text.text for text in case.texts.all()] == ["What happened."]
    assert page.redirect_chain == [(case.get_absolute_url(), 302)]
    assert OutgoingMail.objects.filter(to=mentor).count() == letters
    assert OutgoingMail.objects.filter(kind="conduct/case_waits").get().to == coordinator


def test_what_is_picked_is_copied_and_sealed_for_the_case(as_, url, written, mentee, mentor, settings):
    picked = keys(written, mentee)
    assert len(picked) > 20
    as_(mentee).post(url, {"text": "What happened.", "texts": picked})
    DataKey.objects.all().delete()
    settings.CONFIDENTIAL_KEYRING = ""

    copies = CaseText.objects.exclude(copied_from=None)
    assert len(copies) == len(picked)
    assert all(MARKER in copy.text for copy in copies)
    labels = {copy.copied_from for copy in copies}
    assert any(label.startswith("Letter by Rosalind, ") for label in labels)
    assert any(label.startswith("Agreement by ") for label in labels)
    assert not [copy for copy in copies if copy.text.startswith("{")]
    assert {copy.author_id for copy in copies} == {mentee.pk}


def test_the_page_offers_what_the_reporter_may_read_and_nothing_of_the_others_own(
    as_, url, written, mentee, mentor
):
    feedback.save_feedback_draft(written, author=mentor, letter="unsent-heron")
    OwnNote(mentorship=written, author=mentor, text="own-heron").save()
    page = as_(mentee).get(url)

    assert f"{MARKER} letter {mentor.pk}" in main_text(page)
    assert "heron" not in page.content.decode()
    assert page.content.decode().count('name="texts"') == len(keys(written, mentee))


def test_a_double_click_is_one_report(as_, url, mentee):
    for _click in range(2):
        as_(mentee).post(url, {"text": "What happened."})

    assert Case.objects.count() == CaseText.objects.count() == 1


def test_the_reported_one_sees_no_trace(as_, url, written, mentor, mentee, monkeypatch):
    clocks.set_to(monkeypatch, timezone.now())  # a page says what time it is
    pages = (
        "/",
        "/help/",
        "/profile/seen/",
        f"/mentorships/{written.code}/",
        f"/mentorships/{written.code}/trouble/",
    )
    before = [main_text(as_(mentor).get(page)) for page in pages]
    as_(mentee).post(url, {"text": "What happened.", "texts": keys(written, mentee)})

    assert [main_text(as_(mentor).get(page)) for page in pages] == before


def test_after_the_end_it_can_still_be_reported(as_, url, written, mentee, mentor):
    factories.mentorship_services.end(written, by=mentor)
    as_(mentee).post(url, {"text": "What happened."})

    assert Case.objects.get().about == mentor


def test_a_copy_opens_for_nobody_else_and_the_original_is_untouched(as_, url, written, mentee):
    before = {text.key: text.words for text in texts_of(written, mentee)}
    as_(mentee).post(url, {"text": "What happened.", "texts": list(before)})
    written.forget_keys()
    assert {text.key: text.words for text in texts_of(written, mentee)} == before
    copy = CaseText.objects.exclude(copied_from=None).first()
    copy.author_id = written.mentor_id
    with pytest.raises(CannotOpen):
        copy.text  # noqa: B018


def test_more_texts_take_no_more_statements(as_, url, written, mentor, mentee, statements):
    before = statements(as_(mentee), url)
    for number in range(25):
        letter = factories.letter(written, mentor, letter=f"More {number}")
        feedback.answer_feedback(letter, author=mentee, text=f"Yes {number}")

    assert statements(as_(mentee), url) == before
    assert before <= 24  # one for each kind of private text
