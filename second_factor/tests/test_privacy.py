"""What a member takes along of their second factors, what goes when they leave, and the operator's way back in."""

import json

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.management import CommandError, call_command

from mail.models import OutgoingMail
from mentoring.lib.vault import keyring, load_ring
from privacy import rotation
from privacy.erasure import erase_member
from second_factor import codes
from second_factor.privacy import second_factors_of
from second_factor.tests.browsers import Browser, code_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def secret(browser, passkey):
    """An app, a passkey and recovery codes."""
    browser.add_passkey(passkey, name="Work laptop")
    return browser.set_up_app()


def test_the_export_names_kinds_and_dates_and_no_seed(secret, member):
    rows = list(second_factors_of(member))
    file = json.dumps(rows)

    assert [row["kind"] for row in rows] == ["webauthn", "recovery_codes", "totp"]
    assert rows[0]["name"] == "Work laptop" and all(row["added"] for row in rows)
    for each in Authenticator.objects.all():
        for name in ("secret", "seed", "credential"):
            assert name not in file and str(each.data.get(name, secret)) not in file


def test_whoever_leaves_leaves_none(secret, member, django_capture_on_commit_callbacks):
    erase_member(member, leave_words=False)

    assert not Authenticator.objects.exists()


def test_the_operator_lets_somebody_in_who_lost_everything(secret, member, capsys):
    assert UserSession.objects.filter(user=member).exists()
    call_command("reset_second_factor", member.email.upper())

    assert "Removed: 3." in capsys.readouterr().out
    assert not Authenticator.objects.exists() and not UserSession.objects.filter(user=member).exists()
    assert OutgoingMail.objects.filter(to=member, kind="second_factor/reset_by_operator").count() == 1
    client = Browser()
    client.password(member)
    assert client.get("/profile/").status_code == 200


def test_an_address_that_is_nobodys_is_refused(db):
    with pytest.raises(CommandError, match="Nobody has this address"):
        call_command("reset_second_factor", "nobody@test.example")


def test_a_new_root_key_seals_the_seeds_anew_and_the_old_one_can_go(
    secret, member, settings, tmp_path, moment
):
    """P7: until then it is still needed."""
    import shutil

    from mentorships.keys import KINDS

    cases = KINDS[1]
    path = shutil.copy(settings.CASE_KEYRING, tmp_path / "cases")
    settings.CASE_KEYRING = str(path)
    keyring.add_root_key(path)
    old, new = 1, load_ring("CASE_KEYRING").current
    with pytest.raises(rotation.StillNeeded, match="2 second factors"):
        rotation.remove_root_key(cases, old)
    call_command("rotate_confidential_keys", ring="cases")
    rotation.remove_root_key(cases, old)
    moment(300)

    assert new == 2 and old not in load_ring("CASE_KEYRING")
    assert codes.authenticator_of_code(member, code_of(secret))
