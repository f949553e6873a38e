"""Signing in by a SAML provider whose answers other authors build and sign: pysaml2, not python3-saml."""

import json
import os
import re
import subprocess
from urllib.request import urlopen

import pytest

from testing.saml_answers import ENTITY
from trials.journeys import independent_provider as independent
from trials.journeys.association import joins_and_is_known_again

pytestmark = pytest.mark.browser
ATTRIBUTES = {"mail": "lena@university.example", "displayName": "Lena Voss", "status": "active"}


@pytest.fixture
def university(association, programme):
    """The university of the journeys, with pysaml2 in the place of our own answers."""
    try:
        independent.make_environment()
    except (OSError, subprocess.CalledProcessError):
        if os.environ.get("CI"):
            raise
        pytest.skip(f"pysaml2: {independent.COMMAND}")
    there = association.university

    def answer(request, acs):
        metadata = urlopen(f"{programme.member}/accounts/saml/university/metadata/").read().decode()  # noqa: S310 our own site
        given = {
            "entity": ENTITY,
            "key": there.signer.key,
            "certificate": there.signer.certificate,
            "metadata": metadata,
            "site": re.search(r'entityID="([^"]+)"', metadata)[1],
            "request": request,
            "acs": acs,
            "subject": "lena-for-good",
            "attributes": ATTRIBUTES,
        }
        done = subprocess.run(independent.SAML, input=json.dumps(given), capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    there.answer = answer
    yield there
    there.answer = there.signed_here


def come(visitor):
    """From the button on the sign-in page through the sign-in there."""
    visitor.go("/accounts/login/")
    visitor.press("Continue with University account")
    visitor.page.get_by_role("button", name="Sign in").click()
    visitor.page.wait_for_load_state()


def test_a_member_joins_by_an_independent_saml_provider_and_is_known_again(visit, university):
    joins_and_is_known_again(come, visit(), visit(), name="Lena Voss", account="University account")
