"""Product 51, 65: the handbook as installed is whole in each language, and every link in it leads somewhere."""

import re

import pytest
from django.urls import resolve

from guidance.handbook.chapters import HANDBOOK, STEP_UP
from guidance.handbook.markdown import checked_page, read_page
from mentoring.lib.markdown import as_html

pytestmark = pytest.mark.any_database
WRITTEN = ("en-gb", "es", "fr")
LINK = re.compile(r"\]\(([^)]+)\)")
MOST_WORDS, FEWEST_WORDS = 700, 300


@pytest.mark.parametrize("slug", HANDBOOK.slugs)
@pytest.mark.parametrize("language", WRITTEN)
def test_a_chapter_is_there_short_and_with_something_to_try(slug, language):
    text = HANDBOOK.shipped_text(slug, language)

    assert checked_page(text) == text
    assert FEWEST_WORDS < len(text.split()) < MOST_WORDS
    if slug != STEP_UP:
        assert "<blockquote>" in as_html(text)
        assert re.search(r"^## (Sources|Fuentes)$", text, re.MULTILINE)


@pytest.mark.parametrize("slug", HANDBOOK.slugs)
@pytest.mark.parametrize("language", WRITTEN[1:])
def test_a_translation_has_the_shape_of_the_first_text(slug, language):
    first, text = (HANDBOOK.shipped_text(slug, each) for each in (WRITTEN[0], language))

    assert _shape(text) == _shape(first)
    assert LINK.findall(text) == LINK.findall(first)


@pytest.mark.parametrize("slug", HANDBOOK.slugs)
def test_every_link_leads_to_a_page_or_elsewhere_by_https(slug):
    for link in LINK.findall(HANDBOOK.shipped_text(slug, "en-gb")):
        if link.startswith("/guide/"):
            assert link.removeprefix("/guide/").strip("/") in HANDBOOK.slugs, link
        elif link.startswith("/"):
            assert resolve(link)
        else:
            assert link.startswith("https://")


def _shape(text):
    """What each line is: heading, item, number, something to try, text."""
    marks = (re.match(r"#+ |- |\d+\. |> ", line) for line in text.splitlines() if line)
    return [re.sub(r"\d+", "1", mark.group()) if mark else "" for mark in marks]


def test_a_title_keeps_the_no_break_space_of_french():
    assert read_page("# Pourrais-je\u00a0?\n\nSans  doute.\n\nOui.")[0] == "Pourrais-je\u00a0?"
