"""Private help (product 34): what is added to a case, sent twice, or cannot be kept."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conduct.desk import answer_case
from conduct.models import Case, CaseKind, CaseText
from conduct.services import IsClosed, close_case, open_case
from factories import HOSTILE
from mail.models import OutgoingMail
from testing.pages import main_text

pytestmark = pytest.mark.django_db
WORDS = "quiet-bittern-7 troubles me"


@pytest.fixture
def case(mentee, coordinator):
    """Something asked by the mentee."""
    return open_case(member=mentee, kind=CaseKind.HELP, text=WORDS)


def test_the_member_adds_and_closes_and_then_nothing_is_added(as_, case, mentee):
    url = f"/help/{case.code}/"
    as_(mentee).post(f"{url}say/", {"text": "One more thing."})
    as_(mentee).post(f"{url}close/")
    late = as_(mentee).post(f"{url}say/", {"text": "Too late, kept on the page."})

    assert [text.text for text in case.texts.all()] == [WORDS, "One more thing."]
    assert late.status_code == 409
    assert "Too late, kept on the page." in late.content.decode()
    assert "One more thing." in main_text(as_(mentee).get(url))
    with pytest.raises(IsClosed):
        answer_case(case, author=mentee, text="x")
    assert not close_case(case)


def test_a_double_click_is_one_case_and_one_addition(as_, mentee, coordinator):
    for _click in range(2):
        as_(mentee).post("/help/new/", {"text": WORDS})
    case = Case.objects.get()
    for _click in range(2):
        as_(mentee).post(f"/help/{case.code}/say/", {"text": "More."})

    assert CaseText.objects.count() == 2
    assert OutgoingMail.objects.filter(kind="conduct/case_waits").count() == 2


def test_the_same_words_another_day_are_another_case(mentee):
    first = open_case(member=mentee, kind=CaseKind.HELP, text=WORDS)
    CaseText.objects.update(written_at=timezone.now() - timedelta(days=1))

    assert open_case(member=mentee, kind=CaseKind.HELP, text=WORDS) != first


@pytest.mark.parametrize("where", ("new/", "{code}/say/"))
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "required"),
        (HOSTILE["nul"], "Null characters"),
        (HOSTILE["long"], "at most 10000"),
        (" \u00a0", "required"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words_and_nothing_is_lost(where, typed, said, as_, case, mentee):
    page = as_(mentee).post(f"/help/{where.format(code=case.code)}", {"text": typed})

    assert said in main_text(page)
    assert CaseText.objects.count() == 1
    assert len(page.content) > len(typed)


@pytest.mark.parametrize("kind", ("html", "script", "template", "right-to-left", "emoji", "marks"))
def test_odd_words_are_shown_as_words(kind, as_, mentee):
    page = as_(mentee).post("/help/new/", {"text": HOSTILE[kind]}, follow=True).content.decode()

    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert Case.objects.count() == 1
