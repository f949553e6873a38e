"""Product 51, 56: coordinators change pages of the handbook, add some and take some out, with history."""

import pytest
from django.core.exceptions import ValidationError

from configuration.models import TextChange
from configuration.services import export_texts, forget, import_texts
from guidance.handbook.chapters import HANDBOOK, chapter, chapters
from testing.guide import change_page, page_text
from testing.pages import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
LIST = "/admin/configuration/textchange/guide/"
NEW = f"{LIST}new/"
FEEDBACK = f"{LIST}en-gb/feedback/"


@pytest.fixture
def staff(staff_site, as_, coordinator):
    """The staff site, signed in as the coordinator; pages are read from the database."""
    forget()
    return as_(coordinator)


def press(client, url, text, **more):
    form = client.get(url).context["form"]
    seen = {"seen": form.initial["seen"]} if "seen" in form.fields else {}
    return client.post(url, {**seen, "text": text, **more})


def test_the_list_names_every_page_and_is_linked(staff):
    page = main_text(staff.get(LIST))

    assert all(each.title in page for each in chapters("en-gb"))
    assert LIST in staff.get("/admin/configuration/textchange/").content.decode()


def test_a_page_is_changed_in_one_language_and_put_back(staff):
    before = chapter("feedback", "en-gb").title
    assert press(staff, FEEDBACK, page_text("A gift", "Give it.")).status_code == 302

    assert [chapter("feedback", code).title for code in ("en-gb", "en-us")] == ["A gift", "A gift"]
    assert chapter("feedback", "es").title != "A gift"
    made = TextChange.objects.get()
    assert staff.post(f"/admin/configuration/textchange/{made.pk}/put-back/").status_code == 302
    assert chapter("feedback", "en-gb").title == before


def test_a_preview_saves_nothing(staff):
    page = press(staff, FEEDBACK, page_text("A gift", "Give it."), preview="1")

    assert "Preview, not saved yet" in main_text(page) and "Give it." in main_text(page)
    assert TextChange.objects.count() == 0


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("No title", "Begin the first line"),
        ("# Title", "Below the title"),
        ("# Title\n\n## Heading", "Below the title"),
        (f"# {'a' * 101}\n\nText", "Line 1: use at most 100"),
        ("# Title\n\nText\n\n# Another", "Line 5: begin headings"),
        ("# Title\n\n<b>Text</b>", "Line 3: write without HTML"),
        (f"# Title\n\n{'a ' * 300}", "Use at most 500"),
        (f"# Title\n\nText\n\n{'a' * 20_001}", "Use at most 20,000"),
    ],
)
def test_what_is_no_page_is_refused_with_its_line_and_stays_in_the_form(text, refusal, staff):
    page = press(staff, FEEDBACK, text)

    assert page.status_code == 422
    assert refusal.replace(",", "") in main_text(page).replace(",", "")
    assert text[-40:].strip() in page.content.decode().replace("&lt;", "<").replace("&gt;", ">")
    assert TextChange.objects.count() == 0


def test_of_two_who_change_it_at_once_the_second_keeps_what_they_typed(staff, coordinator):
    form = staff.get(FEEDBACK).context["form"]
    change_page(coordinator, page_text("First", "Text"), name="feedback")
    page = staff.post(FEEDBACK, {"seen": form.initial["seen"], "text": page_text("Second", "Text")})

    assert page.status_code == 422
    assert "Someone has changed this text" in main_text(page) and "# Second" in page.content.decode()


def test_a_page_is_added_translated_taken_out_and_offered_again(staff, client, mentee):
    answer = press(staff, NEW, page_text("Our library visits", "We pay the train."), language="en-gb")
    page = answer.url.rstrip("/").rpartition("/")[2]
    assert page == "own-our-library-visits"

    press(staff, f"{LIST}fr/{page}/", page_text("Nos visites", "Nous payons le train."))
    assert [chapter(page, code).title for code in ("en-gb", "es", "fr")] == [
        "Our library visits",
        "Our library visits",
        "Nos visites",
    ]
    staff.post(f"{LIST}{page}/offered/", {"out": "1"})
    assert chapter(page, "fr") is None and "withdrawn" in main_text(staff.get(LIST))
    staff.post(f"{LIST}{page}/offered/", {"again": "1"})
    assert chapter(page, "fr").title == "Nos visites"


def test_the_same_page_twice_in_a_moment_is_one(staff):
    for _ in range(2):
        press(staff, NEW, page_text("Our visits", "We pay."), language="en-gb")

    assert [each.slug for each in chapters("en-gb") if each.slug.startswith("own-")] == ["own-our-visits"]


def test_there_may_be_only_so_many(staff, monkeypatch):
    monkeypatch.setattr(HANDBOOK, "most_added", 1)
    press(staff, NEW, page_text("One", "Text"), language="en-gb")
    page = press(staff, NEW, page_text("Two", "Text"), language="en-gb")

    assert page.status_code == 422 and "There are already 1 of your own" in main_text(page)


def test_pages_go_along_with_the_settings_and_are_checked_on_the_way(coordinator):
    change_page(coordinator, page_text("Ours", "Text"), name="own-ours")
    exported = export_texts()
    TextChange.objects.all().delete()
    forget()
    import_texts(exported, by=coordinator)

    assert chapter("own-ours", "en-gb").title == "Ours"
    for entry in ({"name": "../etc"}, {"text": "no title"}, {"language": "xx"}):
        with pytest.raises(ValidationError):
            import_texts([{**exported[0], **entry}], by=coordinator)


@pytest.mark.parametrize("url", [LIST, NEW, FEEDBACK])
def test_nobody_else_changes_them(url, staff_site, client, mentee, as_):
    assert client.get(url).status_code == 302
    assert as_(mentee).get(url).status_code in (302, 403)


def test_a_language_or_page_that_is_not_there_is_not_found(staff):
    assert staff.get(f"{LIST}xx/feedback/").status_code == 404
    assert staff.get(f"{LIST}en-gb/own-nothing/").status_code == 404
    assert staff.post(f"{LIST}own-nothing/offered/").status_code == 404
    assert staff.get(f"{LIST}feedback/offered/").status_code == 405
