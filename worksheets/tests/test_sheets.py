"""Product 52: the sheets as installed, and what a text has to be like to be one."""

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError

from testing.worksheets import sheet_text
from worksheets.sheets.catalogue import FOR_PAIRS, SHEETS, SLUGS
from worksheets.sheets.markdown import MOST_PROMPTS, checked_sheet, read_sheet

FILES = sorted(file.name for file in SHEETS.folder.iterdir())


def problems(text):
    with pytest.raises(ValidationError) as refused:
        checked_sheet(text)
    return " ".join(refused.value.messages)


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_a_sheet(name):
    slug, language, _end = name.split(".")
    text = SHEETS.shipped_text(slug, language)

    assert checked_sheet(text) == text.strip()
    assert language in dict(settings.LANGUAGES)
    assert read_sheet(text, slug=slug, language=language).prompts


@pytest.mark.parametrize("slug", SLUGS)
def test_each_sheet_is_there_and_has_as_many_prompts_in_every_language(slug):
    texts = [SHEETS.shipped_text(slug, code) for code in dict(settings.LANGUAGES)]
    numbers = {len(read_sheet(text, slug=slug, language="").prompts) for text in texts if text}

    assert len(numbers) == 1
    assert SHEETS.installed_text(slug, "en-us") == SHEETS.shipped_text(slug, "en-us")


def test_no_file_is_left_over_and_those_for_pairs_are_there():
    assert {name.split(".")[0] for name in FILES} == set(SLUGS) > set(FOR_PAIRS)


def test_a_sheet_is_read_with_its_parts():
    text = "# Title\n\nWhat for,\nand how long.\n\n## First …\nA line of help.\n\n##  Second \n"
    sheet = read_sheet(text, slug="own-a", language="en-gb")

    assert (sheet.title, sheet.intro) == ("Title", "What for,\nand how long.")
    assert [(prompt.text, prompt.help) for prompt in sheet.prompts] == [
        ("First …", "A line of help."),
        ("Second", ""),
    ]


def test_a_no_break_space_stays_where_it_was_typed():
    """French has one before its marks."""
    sheet = read_sheet(
        "# Où\u00a0?\n\nPour quoi\u00a0?\n\n## Qui\u00a0?\n« Moi\u00a0».", slug="own-a", language="fr"
    )

    assert (sheet.title, sheet.intro) == ("Où\u00a0?", "Pour quoi\u00a0?")
    assert [(prompt.text, prompt.help) for prompt in sheet.prompts] == [("Qui\u00a0?", "« Moi\u00a0».")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Write a text"),
        ("Goals\n\n## One?", "first line"),
        ("## One?\n\nText", "first line"),
        ("# Goals\n\n## One?", "what the worksheet is for"),
        ("# Goals\n\nText", "at least one prompt"),
        ("# Goals\n\nText\n\n##One?", "Line 5"),
        ("# Goals\n\nText\n\n## ", "Line 5: write a text"),
        ("# Goals\n\nText\n\n### One?\n\n## Two?", "Line 5"),
        ("# Goals\n\nText\n\n# One?", "one title only"),
        ("# Goals\n\nText\n\n## One?\n\n## One?", "Line 7: this prompt"),
        ("# Goals\n\nText\n\n## One ?\n\n## One\u00a0?", "Line 7: this prompt"),
        ("# Goals\n\nText\n\n## <b>One?</b>", "Line 5: write without HTML"),
        (sheet_text("x" * 301), "at most 300"),
        (sheet_text("One?", title="x" * 101), "at most 100"),
        (sheet_text("One?\n" + "x" * 501), "at most 500"),
        (sheet_text(*(f"Prompt {n}" for n in range(MOST_PROMPTS + 1))), "at most 20 prompts. There are 21"),
        ("# Goals\n\n" + "x" * 20_000 + "\n\n## One?", "at most 20000 characters"),
    ],
)
def test_what_is_no_sheet_is_refused_with_its_line(text, message):
    assert message in problems(text)
