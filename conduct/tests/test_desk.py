"""The help desk: who sees to a case, two coordinators at once, closing with a last word, opening again."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from conduct import desk, late
from conduct.hooks import cases_to_answer
from conduct.models import Case, CaseKind, CaseState
from conduct.services import IsOpen, add_text, close_case, open_case, write_again
from coordination.groups import coordinator_group
from factories import member
from mail.models import OutgoingMail, Undeliverable

pytestmark = pytest.mark.django_db
LIST = "/admin/conduct/case/"


@pytest.fixture
def case(mentee):
    return open_case(member=mentee, kind=CaseKind.HELP, text="I lost the thread.")


@pytest.fixture
def report(mentee, mentor):
    return open_case(member=mentee, kind=CaseKind.REPORT, text="Please look.", about=mentor)


@pytest.fixture
def colleague(db):
    found = member(name="Hal Jordan", is_staff=True)
    coordinator_group().user_set.add(found)
    return found


def step(client, case, name, **data):
    return client.post(f"{LIST}{case.pk}/{name}/", data)


def state(case):
    return Case.objects.get(pk=case.pk).state


def last(case):
    return case.texts.order_by("-pk").values_list("pk", flat=True)[0]


def mails(kind):
    return OutgoingMail.objects.filter(kind=f"conduct/{kind}")


def test_a_case_goes_from_waiting_to_taken_to_answered_to_closed(as_, case, coordinator, staff_site):
    client = as_(coordinator)
    assert state(case) == CaseState.WAITING
    step(client, case, "take")
    assert state(case) == CaseState.TAKEN
    step(client, case, "answer", text="Shall we talk?")
    assert state(case) == CaseState.ANSWERED
    step(client, case, "close")
    assert state(case) == CaseState.CLOSED

    history = LogEntry.objects.filter(user=coordinator).values_list("change_message", flat=True)
    assert sorted(history) == ["Answered", "Closed", "Taken on"]


def test_what_the_member_adds_waits_from_then_on(case, coordinator, mentee):
    desk.answer_case(case, author=coordinator, text="Shall we talk?")
    add_text(case, author=mentee, text="Yes, on Monday.")

    assert state(case) == CaseState.TAKEN  # by the one who answered
    assert Case.objects.get().waiting_since > case.opened_at


def test_the_first_text_without_an_answer_counts(case, mentee):
    since = Case.objects.get().waiting_since
    add_text(case, author=mentee, text="And one thing more.")

    assert Case.objects.get().waiting_since == since


def test_a_case_is_taken_by_one_of_two_and_handed_back(as_, case, coordinator, colleague, staff_site):
    desk.take_case(case, by=colleague)
    page = as_(coordinator).post(f"{LIST}{case.pk}/take/", {"holder": ""}, follow=True)
    assert "someone else has taken this case on" in page.content.decode()
    assert Case.objects.get().held_by == colleague

    assert "Take over from Hal Jordan" in page.content.decode()
    step(as_(coordinator), case, "take", holder=colleague.pk)
    assert Case.objects.get().held_by == coordinator
    step(as_(colleague), case, "hand-back")  # not theirs any more
    assert Case.objects.get().held_by == coordinator
    step(as_(coordinator), case, "hand-back")
    assert Case.objects.get().held_by is None


@pytest.mark.parametrize("who", ("colleague", "mentee"))
def test_an_answer_to_an_outdated_conversation_comes_back_with_what_is_new(
    who, as_, case, coordinator, request, staff_site
):
    """Two coordinators on one case do not overwrite each other; nor does a member who writes meanwhile."""
    seen, author = last(case), request.getfixturevalue(who)
    write = add_text if who == "mentee" else desk.answer_case
    write(case, author=author, text="news-of-now")
    answer = step(as_(coordinator), case, "answer", text="my-own-words", seen=seen)
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "Read what is new above" in page and "news-of-now" in page and "my-own-words" in page
    assert "<em>New</em>" in page and f'value="{last(case)}"' in page
    assert not case.texts.filter(author=coordinator).exists()

    step(as_(coordinator), case, "answer", text="my-own-words", seen=last(case))
    assert case.texts.filter(author=coordinator).count() == 1


def test_a_refused_answer_shows_the_conversation(as_, case, coordinator, staff_site):
    for words in ("", "x" * 10_001):
        answer = step(as_(coordinator), case, "answer", text=words)
        assert answer.status_code == 422
        assert "I lost the thread." in answer.content.decode()


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


def test_the_oldest_that_waits_comes_first_and_states_are_filtered(as_, mentee, coordinator, staff_site):
    old, new, done = (open_case(member=mentee, kind=CaseKind.HELP, text=f"Case {n}") for n in range(3))
    Case.objects.filter(pk=old.pk).update(waiting_since=timezone.now() - timedelta(days=5))
    close_case(done)
    client = as_(coordinator)

    assert list(client.get(LIST).context["cl"].result_list) == [old, new, done]
    assert "for 5 days" in client.get(LIST).content.decode()
    assert list(client.get(LIST, {"state": "closed"}).context["cl"].result_list) == [done]
    assert list(client.get(LIST, {"kind": "report"}).context["cl"].result_list) == []


def test_the_case_leads_to_the_member_and_whom_it_names(as_, report, mentee, mentor, coordinator, staff_site):
    page = as_(coordinator).get(f"{LIST}{report.pk}/change/").content.decode()

    for person in (mentee, mentor):
        assert f"/admin/profiles/member/{person.pk}/change/" in page
    assert "<title>Case |" in page and "<h1>Report</h1>" in page


def test_the_first_page_has_a_line_for_each_case_and_names_nobody(report, case, coordinator):
    desk.take_case(case, by=coordinator)
    lines = list(cases_to_answer(coordinator))

    assert {(line.label, line.late_days, line.held_by) for line in lines} == {
        ("Report without an answer", 1, ""),
        ("Request for help without an answer", 3, "Grace Whitfield"),
    }
    assert all(line.url.startswith("/admin/conduct/case/") for line in lines)


def test_a_case_about_oneself_is_no_line(mentee, coordinator):
    open_case(member=mentee, kind=CaseKind.REPORT, text="Please look.", about=coordinator)

    assert list(cases_to_answer(coordinator)) == []


def test_nor_is_any_for_staff_without_the_right(case, stranger):
    stranger.is_staff = True
    stranger.save()

    assert list(cases_to_answer(stranger)) == []


@pytest.mark.parametrize(("days", "told"), [(0, 0), (1, 1), (3, 1), (4, 2), (40, 0)])
def test_coordinators_are_reminded_once_for_each_step(days, told, report, coordinator):
    since = report.waiting_since
    for now in (since + timedelta(days=d) for d in (1, 1, days, days)):
        late.remind_of_cases(now) if days else None
    if days == 40:
        mails("case_late").delete()
        late.remind_of_cases(since + timedelta(days=days))

    assert mails("case_late").filter(to=coordinator).count() == told


def test_whom_a_late_report_names_is_not_reminded(mentee, coordinator, colleague):
    case = open_case(member=mentee, kind=CaseKind.REPORT, text="Please look.", about=coordinator)
    late.remind_of_cases(case.waiting_since + timedelta(days=2))

    assert {mail.to for mail in mails("case_late")} == {colleague}
