"""What the pages say in words about the figures: only what is sure (product 55)."""

import re
from dataclasses import replace

import pytest

from figures import shown
from figures.findings import finding
from figures.models import PublishedNumber
from figures.plots import LEGEND, LEGEND_CHARACTERS, plot_of

pytestmark = pytest.mark.django_db


def test_findings_speak_of_what_is_sure(published):
    says = {table.table.key: finding(table) for table in shown.all_tables()}

    assert re.match(r"Members: about \d+", says["people"])
    assert all(says.values())


def test_a_small_difference_is_no_news(published):
    numbers = PublishedNumber.objects.filter(table="people", row="members").order_by("publication__month")
    for number, value in zip(numbers, (200, 205, 205), strict=True):
        PublishedNumber.objects.filter(pk=number.pk).update(value=value)
    people = next(table for table in shown.all_tables() if table.table.key == "people")
    assert "much as in December 2026" in finding(people)

    PublishedNumber.objects.filter(pk=numbers.last().pk).update(value=260)
    people = next(table for table in shown.all_tables() if table.table.key == "people")
    assert "up from about 200" in finding(people)


@pytest.mark.parametrize(
    ("which", "says"), [(0, "Members: about 260."), (-1, "There are too few people to tell.")]
)
def test_a_number_that_is_not_told_is_nothing_to_compare_with(which, says, published):
    numbers = PublishedNumber.objects.filter(table="people", row="members").order_by("publication__month")
    numbers.update(value=260)
    PublishedNumber.objects.filter(pk=list(numbers)[which].pk).update(value=None)
    people = next(table for table in shown.all_tables() if table.table.key == "people")

    assert finding(people) == says


def test_too_few_to_tell_is_no_point_at_nought_in_the_plot(published):
    number = (
        PublishedNumber.objects.filter(table="people", row="members").order_by("publication__month").first()
    )
    PublishedNumber.objects.filter(pk=number.pk).update(value=None)
    people = next(table for table in shown.all_tables() if table.table.key == "people")
    members = [mark for mark in plot_of(people).marks if mark.kind == 0]

    assert len(members) == len(people.rows) - 1


def test_a_long_series_takes_two_lines_of_the_legend_and_moves_what_is_below(published):
    people = next(table for table in shown.all_tables() if table.table.key == "people")
    long = "Mentoras y mentores, en la lista o acompañando a alguien"
    short, wide = (plot_of(replace(people, series=("Miembros", last))) for last in ("Mentoras", long))

    lines = [text.words for _bar, text in wide.legend] + [wide.labels[0].words]
    assert lines == ["Miembros", "Mentoras y mentores, en la lista o acompañando", "a alguien"]
    assert wide.height - short.height == LEGEND
    assert max(map(len, lines)) <= LEGEND_CHARACTERS
