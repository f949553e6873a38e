"""What each login of PostgreSQL may do with second factors (P8): a staff process that was taken over opens no member."""

import json

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.db import connection

from second_factor import codes
from second_factor.tests.browsers import StaffBrowser, code_of, is_in
from testing.logins import as_login, make, refused

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="logins are PostgreSQL's"),
]
SECRET = "JBSWY3DPEHPK3PXP"  # noqa: S105 anybody's
ADD = "INSERT INTO mfa_authenticator (user_id, type, data, created_at) VALUES ({}, '{}', '{}', now())"


@pytest.fixture
def theirs(member):
    """A member with an app and recovery codes of the member site."""
    TOTP.activate(member, SECRET)
    RecoveryCodes.activate(member)
    make()
    return member


@pytest.mark.parametrize("data", ({"name": "x"}, {"site": "member"}, {"site": None}, {"Site": "staff"}, []))
def test_the_staff_login_adds_nothing_that_the_member_site_would_take(data, theirs):
    with as_login("staff"):
        assert refused(ADD.format(theirs.pk, "webauthn", json.dumps(data)))


def test_the_staff_login_changes_no_seed_and_takes_none_away(theirs):
    with as_login("staff"):
        for column, value in (
            ("data", '\'{"secret": "x"}\''),
            ("data", 'data || \'{"secret": "x"}\''),
            ("data", 'data || \'{"seed": "x", "used_mask": 0}\''),
            ("data", "data - 'seed'"),
            ("data", 'data || \'{"site": "staff"}\''),
            ("user_id", f"{theirs.pk} + 1"),
            ("type", "'webauthn'"),
        ):
            assert refused(f"UPDATE mfa_authenticator SET {column} = {value}"), (column, value)
        assert refused("DELETE FROM mfa_authenticator")
    assert Authenticator.objects.count() == 2


def test_a_used_code_stays_used(theirs):
    """The staff site may use one up, and make none good again."""
    recovery = Authenticator.objects.get(type="recovery_codes")
    code = recovery.wrap().get_unused_codes()[0]
    with as_login("staff"):
        assert codes.authenticator_of_code(theirs, code)
        assert refused("UPDATE mfa_authenticator SET data = data || '{\"used_mask\": 0}'")
    assert codes.authenticator_of_code(theirs, code) is None


def test_the_worker_reads_no_seed_and_deletes_what_a_leaver_had(theirs):
    with as_login("worker"):
        assert refused("SELECT data FROM mfa_authenticator")
        assert refused("UPDATE mfa_authenticator SET last_used_at = now()")
        assert refused(ADD.format(theirs.pk, "totp", "{}"))
        Authenticator.objects.filter(user=theirs).delete()
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("colleague", (False,), indirect=True)
def test_signing_in_and_setting_up_work_with_the_rights_of_the_staff_login(inside, colleague, moment):  # noqa: F811
    """The whole way: password, set-up, codes, mails, then the second step by app and by recovery code."""
    make()
    with as_login("staff"):
        client = StaffBrowser()
        client.password(colleague)
        client.confirm("/admin/second-factor/password/")
        secret = client.set_up_app()
        code = client.get("/admin/second-factor/recovery-codes/").context["unused_codes"][0]
        assert is_in(client)
        moment(300)
        for typed in (code_of(secret), code):
            client = StaffBrowser()
            client.password(colleague)
            client.post("/admin/second-factor/authenticate/", {"code": typed})
            assert is_in(client)
