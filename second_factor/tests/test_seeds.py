"""The seed of an app is sealed: nobody reads it in the database, and none that was put there works."""

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection

from second_factor import codes
from second_factor.tests.browsers import code_of

pytestmark = pytest.mark.django_db


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
