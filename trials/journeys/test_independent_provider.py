"""Signing in by an OpenID Connect provider that other authors wrote than ours, allauth's and the mock's."""

import json
import os
import subprocess

import pytest

from trials.journeys import independent_provider as independent
from trials.journeys.association import joins_and_is_known_again
from trials.journeys.conftest import Visitor, free_ports, started, wait_until_ready

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def programme(tmp_path_factory):
    """A programme whose members have accounts at nanoidp, which is running beside it."""
    try:
        independent.make_environment()
    except (OSError, subprocess.CalledProcessError):
        if os.environ.get("CI"):
            raise
        pytest.skip(f"nanoidp: {independent.COMMAND}")
    folder, log = tmp_path_factory.mktemp("nanoidp"), tmp_path_factory.mktemp("log") / "log"
    port = free_ports()
    file = folder / "sso.json"
    file.write_text(json.dumps([independent.entry(port + 2)]))
    back = f"http://127.0.0.1:{port}/accounts/oidc/independent/login/callback/"
    independent.write_configuration(folder, port=port + 2, back=back)
    with log.open("w") as output:
        command = [independent.PROGRAM, "--config", folder, "--port", str(port + 2)]
        server = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
        try:
            wait_until_ready(f"http://127.0.0.1:{port + 2}/.well-known/openid-configuration", server, log)
            with started(tmp_path_factory.mktemp("var"), port=port, SSO_PROVIDERS=str(file)) as running:
                yield running
        finally:
            server.terminate()
            server.wait(10)


@pytest.fixture
def visitor(browser, programme):
    somebody = Visitor(browser, programme)
    yield somebody
    somebody.context.close()


def come(visitor):
    """From the button on the sign-in page through the sign-in there."""
    visitor.go("/accounts/login/")
    visitor.press("Continue with Independent account")
    visitor.page.fill("[name=username]", "kim-1")
    visitor.page.fill("[name=password]", independent.PASSWORD)
    visitor.page.locator("form:has([name=password]) button[type=submit]").click()
    visitor.page.wait_for_load_state()


def test_a_member_joins_by_an_independent_provider_and_is_known_again(browser, visitor, programme):
    again = Visitor(browser, programme)
    joins_and_is_known_again(come, visitor, again, name="Kim Berg", account="Independent account")
    again.context.close()
