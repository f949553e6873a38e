"""Product 52 and 56: coordinators change sheets, add some and take some out, with history and the way back."""

import pytest
from django.core.exceptions import ValidationError

import factories
from configuration.documents import changing
from configuration.models import TextChange
from configuration.services import ChangedMeanwhile, export_texts, forget, import_texts
from testing.pages import main_text
from testing.worksheets import change, sheet_text, write
from worksheets.sheets.catalogue import SHEETS, SLUGS, sheet, sheets

pytestmark = pytest.mark.django_db
LIST = "/admin/configuration/textchange/worksheet/"
NEW = f"{LIST}new/"
GOALS = f"{LIST}en-gb/goals/"


@pytest.fixture
def staff(staff_site, as_, coordinator):
    """The staff site, signed in as the coordinator; sheets are read from the database."""
    forget()
    return as_(coordinator)


def press(client, url, text, **more):
    form = client.get(url).context["form"]
    seen = {"seen": form.initial["seen"]} if "seen" in form.fields else {}
    return client.post(url, {**seen, "text": text, **more})


def test_the_list_names_every_sheet_and_is_linked(staff):
    page = main_text(staff.get(LIST))

    assert all(sheet(slug, "en-gb").title in page for slug in SLUGS)
    assert LIST in staff.get("/admin/configuration/textchange/").content.decode()


def test_a_sheet_is_changed_in_one_language_and_put_back(staff):
    was = sheet("goals", "en-gb")
    assert press(staff, GOALS, sheet_text("What now?", title="Aims")).status_code == 302

    assert (sheet("goals", "en-gb").title, sheet("goals", "es").title) != (was.title, "Aims")
    assert sheet("goals", "en-us").title == "Aims"
    page = main_text(staff.get(GOALS))
    assert "Aims" in page and "Restore the old text" in staff.get(GOALS).content.decode()
    made = TextChange.objects.get()
    assert staff.post(f"/admin/configuration/textchange/{made.pk}/put-back/").status_code == 302
    assert sheet("goals", "en-gb") == was
    assert TextChange.objects.count() == 2


def test_the_other_english_begins_with_what_its_readers_get(staff, coordinator):
    change(coordinator, sheet_text("What now?", title="Aims"))
    american = f"{LIST}en-us/goals/"

    assert "Aims" in staff.get(american).content.decode()
    assert press(staff, american, sheet_text("What now?", title="Aims")).status_code == 302
    assert TextChange.objects.count() == 1  # nothing was different
    press(staff, american, sheet_text("What now, folks?", title="Aims"))
    assert (sheet("goals", "en-us").prompts[0].text, sheet("goals", "en-gb").prompts[0].text) == (
        "What now, folks?",
        "What now?",
    )
    assert press(staff, american, sheet_text("What now?", title="Aims")).status_code == 302
    assert sheet("goals", "en-us").prompts[0].text == "What now?"


def test_a_preview_saves_nothing(staff):
    page = press(staff, GOALS, sheet_text("What now?", title="Aims"), preview="1")

    assert "Preview, not saved yet" in main_text(page) and "What now?" in main_text(page)
    assert TextChange.objects.count() == 0


def test_what_is_no_sheet_is_refused_with_its_line_and_stays_in_the_form(staff):
    page = press(staff, GOALS, "# Goals\n\nText\n\n##What now?")

    assert page.status_code == 422
    assert "Line 5" in main_text(page) and "##What now?" in page.content.decode()
    assert TextChange.objects.count() == 0


def test_of_two_who_change_it_at_once_the_second_keeps_what_they_typed(staff, coordinator):
    form = staff.get(GOALS).context["form"]
    change(coordinator, sheet_text("First?"))
    page = staff.post(GOALS, {"seen": form.initial["seen"], "text": sheet_text("Second?")})

    assert page.status_code == 422
    assert "Someone has changed this text" in main_text(page) and "Second?" in page.content.decode()
    assert [prompt.text for prompt in sheet("goals", "en-gb").prompts] == ["First?"]


def test_a_sheet_is_added_translated_and_taken_out(staff, client, coordinator, mentee):
    text = sheet_text("What did you read?", title="Reading log")
    answer = press(staff, NEW, text, language="en-gb")

    assert answer.headers["Location"] == f"{LIST}en-gb/own-reading-log/"
    assert [each.title for each in sheets("fr")][-1] == "Reading log"
    french = f"{LIST}fr/own-reading-log/"
    assert "What did you read?" in staff.get(french).content.decode()
    press(staff, french, sheet_text("Qu’avez-vous lu ?", title="Carnet"))
    assert [each.title for each in sheets("fr")][-1] == "Carnet"
    assert [each.title for each in sheets("es")][-1] == "Reading log"
    staff.post(f"{LIST}own-reading-log/offered/")
    for language in ("en-gb", "en-us", "es", "fr"):
        assert len(sheets(language)) == len(SLUGS)
    assert "Reading log" in main_text(staff.get(LIST)) and "withdrawn" in main_text(staff.get(LIST))
    staff.post(f"{LIST}own-reading-log/offered/", {"again": "1"})
    assert [sheets(language)[-1].title for language in ("fr", "en-gb")] == ["Carnet", "Reading log"]


def test_a_shipped_sheet_is_taken_out_in_every_language_and_offered_again(staff):
    was = {language: sheet("goals", language) for language in ("en-gb", "en-us", "es", "fr")}
    assert staff.post(f"{LIST}goals/offered/").status_code == 302

    assert {sheet("goals", language) for language in was} == {None}
    page = staff.get(GOALS)
    assert "has been withdrawn" in main_text(page) and was["en-gb"].title in page.content.decode()
    assert "withdrawn" in main_text(staff.get("/admin/configuration/textchange/"))
    staff.post(f"{LIST}goals/offered/", {"again": "1"})
    assert {language: sheet("goals", language) for language in was} == was


def test_taken_out_twice_is_taken_out_once(staff):
    for _time in range(2):
        staff.post(f"{LIST}goals/offered/")

    changes = TextChange.objects.count()
    assert staff.post(f"{LIST}goals/offered/").status_code == 302
    assert TextChange.objects.count() == changes


def test_the_same_title_twice_makes_two_sheets_and_a_double_click_one(coordinator):
    forget()
    other = factories.member()
    one = changing.add_document(SHEETS, sheet_text("One?", title="Log"), language="en-gb", by=coordinator)
    again = changing.add_document(SHEETS, sheet_text("One?", title="Log"), language="en-gb", by=coordinator)
    two = changing.add_document(SHEETS, sheet_text("Two?", title="Log"), language="en-gb", by=other)
    odd = changing.add_document(SHEETS, sheet_text("Three?", title="日誌"), language="en-gb", by=other)

    assert (one, again, two, odd) == ("own-log", "own-log", "own-log-2", "own-page")


def test_two_who_add_one_of_the_same_title_at_the_same_moment_lose_none(at_once):
    people = [factories.member() for _number in range(2)]
    results = at_once(
        [
            lambda by=by, n=n: changing.add_document(
                SHEETS, sheet_text(f"{n}?", title="Log"), language="en-gb", by=by
            )
            for n, by in enumerate(people)
        ]
    )
    made = [result for result in results if isinstance(result, str)]

    assert TextChange.objects.count() == len(made) == len(set(made)) >= 1
    assert all(isinstance(result, (str, ChangedMeanwhile)) for result in results)


def test_there_is_a_most(staff, monkeypatch):
    monkeypatch.setattr(SHEETS, "most_added", 1)
    press(staff, NEW, sheet_text("One?"), language="en-gb")
    page = press(staff, NEW, sheet_text("Two?"), language="en-gb")

    assert page.status_code == 422 and "Withdraw one first" in main_text(page)
    staff.post(f"{LIST}own-goals/offered/")
    assert press(staff, NEW, sheet_text("Two?"), language="en-gb").status_code == 302


def test_an_added_sheet_is_filled_in_like_any_other(as_, mentee, coordinator):
    name = changing.add_document(SHEETS, sheet_text("What?", title="Log"), language="en-gb", by=coordinator)
    write(mentee, "This", slug=name)

    assert "This" in as_(mentee).get(f"/worksheets/{name}/").content.decode()
    changing.withdraw(SHEETS, name, by=coordinator)
    assert "no longer offered" in main_text(as_(mentee).get(f"/worksheets/{name}/"))


def test_a_sheet_that_never_was_has_no_page(staff):
    for url in (f"{LIST}en-gb/nothing/", f"{LIST}en-gb/own-nothing/", f"{LIST}xx/goals/"):
        assert staff.get(url).status_code == 404
    assert staff.get(f"{LIST}goals/offered/").status_code == 405
    assert staff.post(f"{LIST}nothing/offered/").status_code == 404


def test_only_coordinators_change_sheets(staff_site, as_):
    client = as_(factories.member(is_staff=True))

    for url in (LIST, NEW, GOALS):
        assert client.get(url).status_code == 403
    assert client.post(f"{LIST}goals/offered/").status_code == 403


def test_changed_sheets_go_to_another_association(staff, coordinator):
    changing.add_document(SHEETS, sheet_text("One?", title="Log"), language="en-gb", by=coordinator)
    change(coordinator, "", slug="ending")
    entries = export_texts()
    TextChange.objects.all().delete()
    forget()

    assert import_texts(entries, by=coordinator) == 2
    assert [each.slug for each in sheets("en-gb")] == [
        *(slug for slug in SLUGS if slug != "ending"),
        "own-log",
    ]
    for wrong in (
        {"name": "own log"},
        {"name": "other"},
        {"language": "xx"},
        {"text": "No sheet"},
        {"form": 1},
    ):
        with pytest.raises(ValidationError):
            import_texts([entries[0] | wrong], by=coordinator)
