"""Fault F18: whoever was signed out while writing signs in in a new tab, and the first click then sends."""

import pytest

from trials.journeys.conftest import PASSWORD

pytestmark = pytest.mark.browser
WORDS = "quiet-bittern-7: what I had written when the session had ended, long enough to be shown again"


def test_the_first_send_again_sends(visit):
    writer = visit("newcomer@demo.example")
    writer.go("/help/new/")
    writer.context.clear_cookies(name="member-session")
    writer.page.fill("[name=text]", WORDS)
    writer.press("Send to the coordinators")
    writer.page.get_by_text("Your words are still here").wait_for()

    with writer.context.expect_page() as opened:
        writer.page.locator("main a[target=_blank]").click()
    tab = opened.value
    tab.fill("#id_login", "newcomer@demo.example")
    tab.fill("#id_password", PASSWORD)
    tab.get_by_role("main").get_by_role("button", name="Sign in", exact=True).first.click()
    tab.wait_for_url(lambda url: "login" not in url)
    writer.press("Send again")

    writer.page.wait_for_url("**/help/*-*/")
    assert WORDS in writer.text()
    writer.trouble.clear()  # the 403 of the page that handed the words back
