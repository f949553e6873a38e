"""Product 52: a worksheet in a browser: kept as typed, in two tabs, without script, shared and no longer shared."""

import pytest

from trials.journeys.conftest import PHONE, Visitor, recorded

pytestmark = pytest.mark.browser
SHEET = "worksheets/goals/"
FIRST, SECOND = "textarea >> nth=0", "textarea >> nth=1"


@pytest.fixture(scope="module")
def two(browser, programme):
    """A mentee at a desk, a mentor on a phone in the dark, and the address of their page."""
    people = "gideon-stoltzfus@demo.example", "wanjiru-kamande@demo.example"
    with recorded(browser, programme, *people, "confidence") as meeting:
        yield meeting


def kept(visitor):
    """Wait until the page says that what was typed is saved."""
    visitor.page.locator("[data-draft-said]", has_text="Saved.").wait_for()


def test_what_is_typed_is_kept_and_a_second_tab_puts_nothing_over_it(two):
    mentee, url = two["mentee"], two["pair"] + SHEET
    mentee.go(url)
    other = mentee.context.new_page()
    other.goto(url)
    mentee.page.fill(FIRST, "To teach a class of forty")
    kept(mentee)
    other.fill(FIRST, "To sleep before a class")
    other.locator("[data-draft-said]", has_text="Not saved yet").wait_for()
    other.get_by_role("button", name="Save", exact=True).click()
    other.get_by_text("in another tab or on another device").wait_for()
    both = other.input_value(FIRST)
    other.close()

    assert both == "To teach a class of forty\nTo sleep before a class"
    mentee.go(url)
    assert mentee.page.input_value(FIRST) == "To teach a class of forty"


def test_an_answer_is_shared_and_no_longer_shared(two):
    mentee, mentor, pair = two["mentee"], two["mentor"], two["pair"]
    mentee.go(pair + SHEET)
    mentee.page.fill(SECOND, "Nobody leaves early")
    kept(mentee)
    mentee.go(pair + SHEET)
    mentee.page.get_by_role("link", name="Share this answer").nth(1).click()
    mentee.page.get_by_role("button", name="Share with").click()
    mentee.page.get_by_text("can read this answer, since").wait_for()
    mentor.go(pair)
    mentor.page.get_by_role("link", name="Worksheets").click()

    mentor.page.get_by_text("Nobody leaves early").wait_for()
    assert "class of forty" not in mentor.text()
    mentee.go(f"{pair}worksheets/")
    mentee.page.get_by_role("button", name="Stop sharing").first.click()
    mentee.page.get_by_text("You’ve stopped sharing this answer").wait_for()
    mentor.page.reload()
    assert "Nobody leaves early" not in mentor.text()


def test_without_script_a_button_keeps_it_and_nothing_is_lost_when_signed_out(browser, programme):
    visitor = Visitor(browser, programme, java_script_enabled=False, **PHONE).sign_in("mentee@demo.example")
    visitor.go("/worksheets/half-way/")
    visitor.page.fill(FIRST, "Typed without script")
    visitor.press("Save")
    assert visitor.page.input_value(FIRST) == "Typed without script"
    long = "I would rather not lose this answer, which took me a quarter of an hour to write."
    visitor.page.fill(SECOND, long)
    visitor.context.clear_cookies()
    visitor.press("Save")

    assert long in visitor.page.content()
    visitor.context.close()
