"""The help desk: a case is closed with a last word, and opened again."""

import pytest

from conduct import desk
from conduct.models import Case, CaseState
from conduct.services import IsOpen, add_text, close_case, write_again
from conduct.tests.desk_steps import LIST, last, mails, state, step
from mail.models import Undeliverable

pytestmark = pytest.mark.django_db


def test_closing_asks_first_and_is_told_by_mail(as_, case, mentee, coordinator, staff_site):
    page = as_(coordinator).get(f"{LIST}{case.pk}/close/").content.decode()
    assert "Close this case?" in page and "I lost the thread." in page
    assert state(case) == CaseState.WAITING

    step(as_(coordinator), case, "close", text="")
    assert mails("case_closed").get().to == mentee


def test_a_report_is_not_closed_unanswered(as_, report, coordinator, staff_site):
    refused = step(as_(coordinator), report, "close", text="")
    assert refused.status_code == 422
    assert "nobody has answered this report yet" in refused.content.decode()
    assert state(report) == CaseState.WAITING

    step(as_(coordinator), report, "close", text="secret-last-word")
    assert state(report) == CaseState.CLOSED
    mail = mails("case_closed").get()
    assert "has written to you" in mail.text and "secret-last-word" not in mail.text


def test_an_answered_report_is_closed_without_another_word(report, coordinator):
    desk.answer_case(report, author=coordinator, text="We have spoken to them.")
    desk.close_for_member(report, by=coordinator)

    assert state(report) == CaseState.CLOSED


def test_closing_an_outdated_conversation_is_refused(as_, case, mentee, coordinator, staff_site):
    seen = last(case)
    add_text(case, author=mentee, text="Wait, one more thing.")
    refused = step(as_(coordinator), case, "close", text="Bye", seen=seen)

    assert refused.status_code == 422 and "Wait, one more thing." in refused.content.decode()
    assert state(case) == CaseState.WAITING


def test_a_coordinator_opens_it_again_and_the_member_is_told(as_, case, mentee, coordinator, staff_site):
    close_case(case)
    step(as_(coordinator), case, "reopen")

    assert Case.objects.get().held_by == coordinator
    assert state(case) == CaseState.ANSWERED
    assert mails("case_reopened").get().to == mentee


def test_the_message_says_when_the_member_cannot_be_told(as_, case, mentee, coordinator, staff_site):
    Undeliverable.objects.create(address=mentee.email, code="SMTP 550 5.1.1")
    page = as_(coordinator).post(f"{LIST}{case.pk}/close/", {"text": ""}, follow=True)

    assert "We’ve emailed the member" not in page.content.decode()


def test_the_member_opens_it_again_with_words(as_, case, mentee, coordinator):
    close_case(case)
    page = as_(mentee).get(f"/help/{case.code}/").content.decode()
    assert "Open this again" in page
    assert as_(mentee).post(f"/help/{case.code}/again/", {"text": ""}).status_code == 422
    as_(mentee).post(f"/help/{case.code}/again/", {"text": "It happened once more."})

    assert state(case) == CaseState.WAITING
    assert mails("case_waits").get().to == coordinator


def test_an_open_case_is_not_opened_again(case, mentee):
    with pytest.raises(IsOpen):
        write_again(case, author=mentee, text="x")


def test_nobody_else_opens_it_again(as_, case, stranger, coordinator):
    close_case(case)
    for other in (stranger, coordinator):
        assert as_(other).post(f"/help/{case.code}/again/", {"text": "x"}).status_code == 404
