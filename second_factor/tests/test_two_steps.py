"""Signing in with a second step on the member site: codes of an app, each once, and recovery codes."""

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection

from mail.models import OutgoingMail
from second_factor import codes
from second_factor.tests.conftest import Browser, code_of

pytestmark = pytest.mark.django_db
AUTHENTICATE = "/accounts/2fa/authenticate/"
SECRET_IN = "SELECT data FROM mfa_authenticator WHERE type = %s"


@pytest.fixture
def secret(browser, moment):
    """Of an app that was set up a while ago."""
    found = browser.set_up_app()
    moment(300)
    return found


@pytest.fixture
def half_way(secret, member):
    """Somebody who has typed the password."""
    found = Browser()
    assert found.password(member).headers["Location"] == AUTHENTICATE
    return found


def signed_in(client):
    return client.get("/profile/").status_code == 200


def test_the_password_alone_opens_nothing(half_way):
    assert half_way.get(AUTHENTICATE).status_code == 200
    assert not signed_in(half_way)


def test_the_code_does(half_way, secret):
    assert half_way.post(AUTHENTICATE, {"code": code_of(secret)}).status_code == 302
    assert signed_in(half_way)


def test_the_log_says_by_what_means_and_nothing_of_whose(half_way, secret, member, caplog):
    """ASVS 16.3.1; P33."""
    caplog.set_level("INFO", logger="mentoring.sign_in")
    for code in ("000000", code_of(secret)):
        half_way.post(AUTHENTICATE, {"code": code})
    lines = [line.getMessage() for line in caplog.records if line.name == "mentoring.sign_in"]

    assert lines == ["Sign-in refused: code of a second factor.", "Signed in by password, mfa."]
    assert member.email not in caplog.text and code not in caplog.text


@pytest.mark.parametrize(("steps", "good"), ((-2, False), (-1, True), (0, True), (1, True), (2, False)))
def test_a_clock_may_be_half_a_minute_wrong(steps, good, half_way, secret):
    half_way.post(AUTHENTICATE, {"code": code_of(secret, steps=steps)})

    assert signed_in(half_way) is good


def test_a_code_works_once_for_as_long_as_it_would_be_good(half_way, secret, member, moment, monkeypatch):
    """Trap 13: django-allauth forgets it after one period, and would take it in the next again."""
    code = code_of(secret, steps=1)
    half_way.post(AUTHENTICATE, {"code": code})
    moment(45)
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.TOTP._mark_code_used", lambda *args: True)
    second = Browser()
    second.password(member)
    second.post(AUTHENTICATE, {"code": code})

    assert not signed_in(second)


def test_the_code_of_the_set_up_does_not_sign_in(browser, member, moment):
    secret = browser.set_up_app()
    second = Browser()
    second.password(member)
    second.post(AUTHENTICATE, {"code": code_of(secret)})

    assert not signed_in(second)


@pytest.mark.parametrize("typed", ("", "000000x", "12", "9" * 41, "１２３４５６", "\0", "12 34", "-" * 30))
def test_what_is_no_code_opens_nothing(typed, half_way):
    assert half_way.post(AUTHENTICATE, {"code": typed}).status_code == 200
    assert not signed_in(half_way)


def test_guessing_stops_at_the_limit(half_way, secret, member):
    """P15: five wrong codes; from then on the right one is not even looked at."""
    for _try in range(5):
        half_way.post(AUTHENTICATE, {"code": "000000"})
    answer = half_way.post(AUTHENTICATE, {"code": code_of(secret)})

    assert "too many attempts" in answer.content.decode()
    assert not signed_in(half_way)


def test_a_mailed_code_is_followed_by_the_second_step(secret, member):
    client = Browser()
    client.post("/accounts/login/code/", {"email": member.email})
    code = client.session["account_login"]["state"]["stages"]["login_by_code"]["data"]["code"]
    answer = client.post("/accounts/login/code/confirm/", {"code": code})

    assert answer.headers["Location"] == AUTHENTICATE
    assert not signed_in(client)


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


def test_no_seed_can_be_read_in_the_database(browser, moment):
    """Trap 13: and what stands there opens with the ring alone."""
    secret = browser.set_up_app()
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        stored = str(cursor.fetchall())
    app, recovery = Authenticator.objects.order_by("-type")

    assert secret not in stored
    assert not any(code in stored for code in recovery.wrap().generate_codes())
    assert app.wrap().validate_code("000000") is False


def test_a_seed_that_was_put_there_in_clear_signs_nobody_in(browser, member, moment, settings):
    """It fails closed: somebody who writes into the database knows a seed of their own."""
    secret = browser.set_up_app()
    Authenticator.objects.filter(type="totp").update(data={"secret": secret})
    moment(300)

    assert codes.authenticator_of_code(member, code_of(secret)) is None


def test_the_worker_opens_no_seed(browser, member, moment, settings):
    """It has no ring."""
    from mentoring.lib.vault import KeyRingError

    browser.set_up_app()
    settings.CASE_KEYRING = ""
    with pytest.raises(KeyRingError):
        codes.authenticator_of_code(member, "000000")
