"""Product 52: the wording of a sheet changes, and every answer stays with the prompt that it answered."""

import pytest
from django.utils import translation

from testing.pages import main_text
from testing.worksheets import Tab, change, sheet_text, write
from worksheets.filling import Filling
from worksheets.models import Answer
from worksheets.sheets import catalogue
from worksheets.sheets.catalogue import sheet

pytestmark = pytest.mark.django_db
GOALS = "/worksheets/goals/"


def texts():
    return [answer.text for answer in Answer.objects.order_by("pk")]


def test_a_prompt_that_is_worded_anew_leaves_the_answer_with_the_old_one(as_, mentee, coordinator):
    first, *others = [prompt.text for prompt in sheet("goals", "en-gb").prompts]
    write(mentee, "To teach")
    change(coordinator, sheet_text("What would you never do?", *others))
    tab = Tab(as_(mentee))
    page = main_text(tab.page)

    assert tab.texts[0] == "" and tab.texts[-1] == "To teach"
    assert (
        page.index("What would you never do?") < page.index("no longer on the worksheet") < page.index(first)
    )
    tab.type(*[None] * (len(tab.names) - 1), "To teach well").save()
    assert [(answer.prompt, answer.text) for answer in Answer.objects.all()] == [(first, "To teach well")]
    change(coordinator, None)
    assert Tab(as_(mentee)).texts[0] == "To teach well"


def test_prompts_that_change_places_keep_their_answers(as_, mentee, coordinator):
    prompts = [prompt.text for prompt in sheet("goals", "en-gb").prompts]
    write(mentee, "First", "Second")
    change(coordinator, sheet_text(*reversed(prompts)))

    assert Tab(as_(mentee)).texts[-2:] == ["Second", "First"]


def test_what_was_typed_on_a_page_whose_sheet_has_changed_is_kept_with_its_prompt(as_, mentee, coordinator):
    first = sheet("goals", "en-gb").prompts[0].text
    tab = Tab(as_(mentee)).type("Typed meanwhile")
    change(coordinator, sheet_text("Only this"))

    assert tab.autosave() == 204
    assert tab.save().status_code == 302
    assert [(answer.prompt, answer.text) for answer in Answer.objects.all()] == [(first, "Typed meanwhile")]


def test_a_sheet_that_is_taken_out_stays_with_those_who_wrote_on_it(as_, mentee, stranger, coordinator):
    write(mentee, "To teach")
    change(coordinator, "")

    tab = Tab(as_(mentee))
    assert "no longer offered" in main_text(tab.page) and tab.texts == ["To teach"]
    assert tab.type("To teach well").save().status_code == 302
    assert texts() == ["To teach well"]
    assert "No longer offered" in main_text(as_(mentee).get("/worksheets/"))
    assert as_(mentee).get(f"{GOALS}print/empty/").status_code == 404
    assert as_(stranger).get(GOALS).status_code == 404


@pytest.fixture
def two_languages(monkeypatch):
    """The sheet of goals as installed, in two languages and in words of our own."""
    files = {
        "en-gb": sheet_text("One?", "Two?", "Three?"),
        "es": sheet_text("¿Uno?", "¿Dos?", "¿Tres?", title="Metas"),
    }
    monkeypatch.setattr(
        catalogue.SHEETS, "shipped_text", lambda slug, code: files.get(code) if slug == "goals" else None
    )
    catalogue._first_wordings.cache_clear()
    yield files
    catalogue._first_wordings.cache_clear()


def test_the_same_prompt_in_another_language_has_the_same_answer(as_, mentee, two_languages):
    Tab(as_(mentee)).type(None, "My answer").save()
    with translation.override("es"):
        entries = Filling(mentee, "goals").entries

    assert [(entry.prompt, entry.text) for entry in entries] == [
        ("¿Uno?", ""),
        ("¿Dos?", "My answer"),
        ("¿Tres?", ""),
    ]


@pytest.mark.parametrize("changed", (False, True), ids=("installed", "changed"))
def test_an_answer_finds_its_prompt_whatever_spaces_it_was_kept_with(mentee, coordinator, changed):
    """Answers kept their prompts with plain spaces once, also of sheets that coordinators changed."""
    if changed:
        change(coordinator, sheet_text("Moi\u00a0?"), slug="half-way", language="fr")
    with translation.override("fr"):
        entries = Filling(mentee, "half-way").entries
        at = next(at for at, entry in enumerate(entries) if "\u00a0?" in entry.prompt)
        written = write(mentee, *[""] * at, "Souvent", slug="half-way")[-1]
        Answer.objects.filter(pk=written.pk).update(prompt=entries[at].prompt.replace("\u00a0", " "))
        entry = Filling(mentee, "half-way").entries[at]

    assert (entry.text, entry.is_past) == ("Souvent", False)
    assert "\u00a0?" in entry.prompt


def test_languages_that_do_not_match_share_no_answers(as_, mentee, two_languages):
    """Prompt for prompt they would say different things."""
    two_languages["es"] = sheet_text("¿Dos?", "¿Tres?", title="Metas")
    Tab(as_(mentee)).type(None, "My answer").save()
    with translation.override("es"):
        entries = Filling(mentee, "goals").entries

    assert [(entry.prompt, entry.text) for entry in entries] == [
        ("¿Dos?", ""),
        ("¿Tres?", ""),
        ("Two?", "My answer"),
    ]


def test_two_answers_that_come_to_answer_one_prompt_are_both_there(as_, mentee, two_languages, coordinator):
    """An upgrade brings a translation that fits, where there was one that did not."""
    fitting = two_languages["es"]
    two_languages["es"] = sheet_text("¿Dos?")
    catalogue._first_wordings.cache_clear()
    Tab(as_(mentee)).type(None, "In English").save()
    with translation.override("es"):
        write(mentee, "En español")
    two_languages["es"] = fitting
    catalogue._first_wordings.cache_clear()

    tab = Tab(as_(mentee))
    assert tab.texts == ["", "En español", "", "In English"]
    assert tab.type(None, "Both", None, "Still there").save().status_code == 302
    assert Tab(as_(mentee)).texts == ["", "Both", "", "Still there"]
    assert [answer.prompt for answer in Answer.objects.order_by("pk")] == ["Two?", "¿Dos?"]
