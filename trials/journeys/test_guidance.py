"""Product 51, 53, 67: the handbook where it helps, the orientation on a phone, a certificate and its link."""

import pytest

from trials.journeys.conftest import PHONE, Visitor, recorded

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def two(browser, programme):
    """A mentee and a mentor who have just begun, and the address of their page."""
    people = "sunita-bhattarai@demo.example", "latoya-frierson@demo.example"
    with recorded(browser, programme, *people, "confidence") as meeting:
        yield meeting


@pytest.mark.parametrize("language", ["en-GB", "es", "fr"])
def test_whoever_wonders_reads_on_from_the_first_page_in_their_language(language, browser, programme):
    reader = Visitor(browser, programme, locale=language, **PHONE)
    reader.go("/")
    reader.page.locator("main a[href='/could-i-be-a-mentor/']").click()
    assert reader.page.locator("main h2").count() >= 5
    reader.page.go_back()
    reader.page.locator("main a[href='/guide/']").click()
    reader.page.locator(".chapters a").first.click()

    assert reader.page.locator("article.guide-text").get_attribute("lang").lower() == language.lower()
    assert reader.page.locator("article.guide-text blockquote").count() >= 1
    reader.context.close()


def test_the_handbook_is_searched_and_leads_back_to_where_one_was(two):
    mentee = two["mentee"]
    mentee.go(f"{two['pair']}feedback/write/")
    mentee.page.locator(".guide-link a").click()
    mentee.page.get_by_role("heading", name="Feedback as a gift").wait_for()
    mentee.page.get_by_role("link", name="Back to where you were").click()
    assert mentee.page.url.endswith("/feedback/write/")

    mentee.go("/guide/")
    mentee.page.fill("#guide-search", "time zones")
    mentee.press("Search")
    mentee.page.get_by_role("link", name="Distance and time zones").click()
    mentee.page.get_by_role("heading", name="Distance and time zones").wait_for()


def test_the_orientation_is_walked_from_the_page_of_the_two_and_seen_by_nobody_else(two):
    mentee, mentor = two["mentee"], two["mentor"]
    mentee.go(two["pair"])
    mentee.page.get_by_role("link", name="Orientation").click()
    for number in range(1, 6):
        mentee.page.fill("textarea", f"Thought {number}")
        mentee.press("Finish" if number == 5 else "Continue")
    mentee.page.get_by_role("link", name="See your answers").click()
    assert [mentee.page.input_value(f"textarea >> nth={n}") for n in range(5)] == [
        f"Thought {number}" for number in range(1, 6)
    ]
    mentee.go(two["pair"])
    assert mentee.page.get_by_role("link", name="Orientation").count() == 0

    mentor.go("/worksheets/")
    assert "Thought" not in mentor.text()
    mentor.go(two["pair"])
    assert mentor.page.get_by_role("link", name="Orientation").count() == 1


def test_a_certificate_is_proved_by_its_link_until_it_is_withdrawn(two, browser, programme):
    mentor = two["mentor"]
    mentor.go("/recognition/certificates/new/")
    mentor.page.locator("main input[type=checkbox], main input[type=radio]").first.check()
    mentor.press("Make certificate")
    link = mentor.page.input_value("#proof-link")
    employer = Visitor(browser, programme)
    employer.go(link)
    assert "This certificate is valid" in employer.text() and "Sunita" not in employer.text()

    mentor.page.get_by_role("link", name="Withdraw").click()
    mentor.page.locator("main form button").first.click()
    employer.page.reload()
    assert "This certificate was withdrawn" in employer.text()
    employer.go("/certificates/guessed/")
    assert "There is no such certificate" in employer.text()
    employer.context.close()
