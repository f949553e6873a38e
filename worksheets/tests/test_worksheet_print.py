"""Product 52 and 66: a sheet on paper, empty and filled; and a sheet that its writer deletes."""

import pytest
from django.urls import reverse

from testing.pages import main_text
from testing.worksheets import share, write
from worksheets.models import Answer, FilledSheet, SharedAnswer

pytestmark = pytest.mark.django_db
GOALS = "/worksheets/goals/"


def test_filled_it_has_the_answers_and_lines_where_there_are_none(as_, mentee):
    write(mentee, "To teach")
    page = as_(mentee).get(f"{GOALS}print/").content.decode()

    assert "To teach" in page
    assert page.count('class="ruled"') == page.count('class="on-paper"') - 1


def test_empty_it_has_none_of_them(as_, mentee):
    write(mentee, "To teach")
    page = as_(mentee).get(f"{GOALS}print/empty/").content.decode()

    assert "To teach" not in page
    assert page.count('class="ruled"') == page.count('class="on-paper"') > 0


def test_within_a_mentorship_it_is_printed_too(as_, mentee, mentor, pair):
    write(mentee, "To teach", mentorship=pair)
    url = reverse("pair_worksheet_print", args=[pair.code, "goals"])

    assert "To teach" in main_text(as_(mentee).get(url))
    assert "To teach" not in main_text(as_(mentor).get(url))


def test_deleting_asks_first_and_takes_back_what_was_shared(as_, mentee, mentor, pair):
    answer = write(mentee, "To teach", mentorship=pair)[0]
    share(answer, pair)
    write(mentor, "Mine", mentorship=pair)
    url = reverse("pair_worksheet_delete", args=[pair.code, "goals"])
    page = as_(mentee).get(url)

    assert "This cannot be undone" in main_text(page) and Answer.objects.count() == 2
    assert as_(mentee).post(url).status_code == 302
    assert [sheet.member for sheet in FilledSheet.objects.all()] == [mentor]
    assert SharedAnswer.objects.count() == 0


def test_there_is_nothing_to_delete_on_an_empty_sheet(as_, stranger):
    for method in ("get", "post"):
        assert getattr(as_(stranger), method)(f"{GOALS}delete/").status_code == 302
