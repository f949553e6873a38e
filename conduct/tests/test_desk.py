"""The help desk: who sees to a case, and two coordinators at once."""

import pytest
from django.contrib.admin.models import LogEntry

from conduct import desk
from conduct.models import Case, CaseState
from conduct.services import add_text
from conduct.tests.desk_steps import LIST, last, state, step

pytestmark = pytest.mark.django_db


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
