"""Product 4: the profile, a section at a time, by keyboard; with script and without."""

import pytest

pytestmark = pytest.mark.browser


def open_profile(visit, **options):
    visitor = visit("mentor@demo.example", **options)
    visitor.go("/profile/")
    return visitor.page


def test_enter_saves_the_section_it_stands_in_and_leaves_the_others(visit):
    page = open_profile(visit)
    page.fill("[name=city]", "Half a to")
    page.fill("[name=employer]", "Library of the Estuary")
    page.press("[name=employer]", "Enter")
    page.wait_for_selector("#section-work [role=status]:has-text('Saved.')")

    assert page.input_value("[name=city]") == "Half a to"
    page.reload()
    assert page.input_value("[name=city]") == "Lisbon"
    assert page.input_value("[name=employer]") == "Library of the Estuary"


def test_what_is_wrong_is_said_in_its_section_and_takes_the_focus(visit):
    page = open_profile(visit)
    page.fill("[name=work_from]", "")
    page.press("[name=work_from]", "Enter")
    page.wait_for_selector("#section-hours .error-summary")

    assert page.evaluate("document.activeElement.className") == "error-summary"


def test_a_language_is_searched_added_and_taken_away_by_keyboard(visit):
    page = open_profile(visit)
    page.focus("[name=languages_search]")
    page.keyboard.type("Welsh")
    page.keyboard.press("Enter")
    assert page.is_checked("[name=languages][value=cy]")
    assert "Added: Welsh" in page.inner_text("#section-languages")
    page.focus("[name=languages][value=es]")
    page.keyboard.press("Space")
    page.focus("#save-languages")
    page.keyboard.press("Enter")
    page.wait_for_selector("#section-languages [role=status]:has-text('Saved.')")

    page.reload()
    assert page.is_checked("[name=languages][value=cy]")
    assert page.locator("[name=languages][value=es]").count() == 0


def test_without_script_nothing_that_was_typed_is_lost(visit):
    page = open_profile(visit, java_script_enabled=False)
    page.fill("[name=city]", "Half a to")
    page.fill("[name=languages_search]", "swahili")
    page.click("#save-languages")

    assert "Saved: Languages." in page.inner_text("main")
    assert "Not saved yet: Where you are." in page.inner_text("main")
    assert page.input_value("[name=city]") == "Half a to"
    assert page.is_checked("[name=languages][value=sw]")
