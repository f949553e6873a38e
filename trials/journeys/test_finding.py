"""Fault F8: what stands in the list when the session, the server or the line has gone."""

import pytest

pytestmark = pytest.mark.browser
WORDS = "archives"


@pytest.fixture
def page(visit):
    """The list of mentors, in front of a member."""
    reader = visit("newcomer@demo.example")
    reader.go("/mentors/")
    yield reader.page
    reader.trouble.clear()  # htmx logs what these journeys break on purpose


def search(page):
    page.locator("#find input[type=search]").fill(WORDS)
    page.keyboard.press("Enter")


def test_signed_out_meanwhile_the_whole_page_is_the_sign_in_and_leads_back(page):
    page.context.clear_cookies()
    search(page)

    page.wait_for_url("**/accounts/login/**")
    assert [page.locator(part).count() for part in ("main", "h1", "#main", "#messages")] == [1, 1, 1, 1]
    assert f"q%3D{WORDS}" in page.url


def test_a_server_in_trouble_says_so(page):
    page.route(
        "**/mentors/?*",
        lambda route: route.fulfill(status=503, body="<h1>Breath</h1>", content_type="text/html"),
    )
    search(page)

    page.wait_for_function("document.querySelector('h1').textContent == 'Breath'")
    assert f"q={WORDS}" in page.url


def test_without_a_line_the_list_stays_and_says_why(page):
    page.route("**/mentors/?*", lambda route: route.abort())
    search(page)

    page.wait_for_selector("#find-offline:not([hidden])")
    assert page.locator(".cards, .card").count() > 0
    assert page.locator("#find input[type=search]").input_value() == WORDS
