"""Recovery codes: shown and downloaded once, and each signs in once."""

import pytest

from mail.models import OutgoingMail
from second_factor.tests.browsers import Browser
from second_factor.tests.two_steps import AUTHENTICATE, signed_in

pytestmark = pytest.mark.django_db


def test_recovery_codes_are_shown_once_and_can_be_downloaded_then(browser, moment):
    browser.set_up_app()
    page = browser.get("/accounts/2fa/recovery-codes/")
    shown = page.context["unused_codes"]
    file = browser.get("/accounts/2fa/recovery-codes/download/")

    assert len(set(shown)) == 10 and all(code in page.content.decode() for code in shown)
    assert file.headers["Content-Disposition"] == 'attachment; filename="recovery-codes.txt"'
    assert all(code in file.content.decode() for code in shown)
    again = browser.get("/accounts/2fa/recovery-codes/").content.decode()
    assert not any(code in again for code in shown)


def test_the_download_ends_after_ten_minutes(browser, moment):
    browser.set_up_app()
    browser.get("/accounts/2fa/recovery-codes/")
    moment(601)

    assert browser.get("/accounts/2fa/recovery-codes/download/").status_code == 404


def test_nobody_downloads_without_having_seen_them(browser, moment, client):
    browser.set_up_app()

    assert browser.get("/accounts/2fa/recovery-codes/download/").status_code == 404
    assert client.get("/accounts/2fa/recovery-codes/download/").status_code == 404


def test_a_recovery_code_signs_in_once_and_its_member_is_told(browser, member, moment):
    browser.set_up_app()
    code = browser.get("/accounts/2fa/recovery-codes/").context["unused_codes"][3]
    for good in (True, False):
        client = Browser()
        client.password(member)
        client.post(AUTHENTICATE, {"code": f"{code[:4]} {code[4:]}"})
        assert signed_in(client) is good

    told = OutgoingMail.objects.get(kind="second_factor/recovery_code_used")
    assert told.to == member
    assert "You have 9 left" in told.text
