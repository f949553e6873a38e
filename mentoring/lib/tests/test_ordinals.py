"""How a date is written in each language: French has 1er for the first of a month, and no other ordinal."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format

from mentoring.lib.separators import colon, colon_after, semicolon


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("fr", date(2026, 12, 1), "1er décembre 2026"),
        ("fr", date(2026, 12, 2), "2 décembre 2026"),
        ("fr", date(2026, 12, 21), "21 décembre 2026"),
        ("es", date(2026, 12, 1), "1 de diciembre de 2026"),
        ("en-gb", date(2026, 12, 1), "1 December 2026"),
    ],
)
def test_a_day_is_written_as_its_readers_write_it(language, day, said):
    with translation.override(language):
        assert date_format(day) == said


def test_french_dates_with_a_time_have_it_too():
    with translation.override("fr"):
        assert (
            date_format(datetime(2026, 12, 1, 9, tzinfo=UTC), "DATETIME_FORMAT") == "1er décembre 2026, 09:00"
        )


def test_english_keeps_the_ordinals_of_django():
    with translation.override("en-gb"):
        assert [date_format(date(2026, 12, day), "jS") for day in (1, 2, 11)] == ["1st", "2nd", "11th"]


def test_french_puts_a_space_that_does_not_break_before_a_mark():
    with translation.override("fr"):
        assert (colon(), semicolon()) == ("\u00a0:", "\u00a0;")
    with translation.override("es"):
        assert (colon(), semicolon()) == (":", ";")


def test_a_label_that_ends_itself_needs_no_colon():
    with translation.override("fr"):
        assert colon_after("Nom") == "\u00a0:"
        assert [colon_after(label) for label in ("Quand\u00a0?", "Je cherche une personne qui …")] == ["", ""]
