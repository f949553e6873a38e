"""A second opinion on our OpenID Connect: npm's oidc-provider, by other authors than allauth's and the mock's."""

import os
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path

import httpx
import pytest
from allauth.socialaccount.models import SocialAccount
from django.urls import reverse

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
PACKAGE = "oidc-provider@9.13.3"
BACK = "http://testserver/accounts/oidc/members/login/callback/"
PATIENCE_SECONDS = 30
OLDEST_NODE = 20
SCRIPT = Path(__file__).with_name("independent_provider.mjs")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """Where it listens. Needs Node.js and npm's registry; in CI they have to be there."""
    if node_version() < OLDEST_NODE:
        pytest.skip(f"Node.js {OLDEST_NODE} or newer")
    folder = tmp_path_factory.mktemp("npm")
    quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder)]
    try:
        subprocess.run(["npm", "install", *quiet, PACKAGE], check=True, capture_output=True, timeout=120)
    except (OSError, subprocess.SubprocessError) as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"npm: {error}")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    shutil.copy(SCRIPT, folder)
    server = subprocess.Popen(["node", SCRIPT.name, str(port), BACK], cwd=folder, stdout=subprocess.DEVNULL)
    url = f"http://localhost:{port}"
    try:
        wait_for(f"{url}/.well-known/openid-configuration", server)
        yield url
    finally:
        server.terminate()
        server.wait(10)


def node_version():
    """The first number of it; 0 without one."""
    try:
        version = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout
    except OSError:
        return 0
    return int(re.match(r"v(\d+)|", version)[1] or 0)


def wait_for(url, server):
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        assert server.poll() is None
        try:
            if httpx.get(url).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.2)
    raise AssertionError("it does not answer")


@pytest.fixture
def there(configure, address):
    return configure(
        {
            "id": "members",
            "kind": "oidc",
            "name": "Reference account",
            "server_url": address,
            "client_id": "mentoring",
            "client_secret": "a-secret-of-forty-characters-or-so-000000",
            "token_auth": "basic",
            "claims": {"state": "member_status"},
        }
    )[0]


def walk(start, login):
    """Sign in there and consent, as a browser does; the address to which one is sent back."""
    with httpx.Client() as browser:
        answer = browser.get(start)
        for _step in range(12):
            if answer.is_redirect:
                onward = str(answer.url.join(answer.headers["location"]))
                if onward.startswith(BACK):
                    return onward.removeprefix("http://testserver")
                answer = browser.get(onward)
            else:
                prompt = re.search(r'name="prompt" value="(\w+)"', answer.text)[1]
                typed = {"login": login, "password": "any"} if prompt == "login" else {}
                answer = browser.post(str(answer.url), data={"prompt": prompt, **typed})
    raise AssertionError("never sent back")


def test_a_member_signs_in_joins_and_is_known_again(client, there):
    for time_ in ("first", "second"):
        away = client.post(reverse("sso_start", args=["members"]))
        answer = client.get(walk(away["Location"], "kim-1"))
        if time_ == "first":
            assert answer["Location"] == reverse("sso_join")
            client.post(
                reverse("sso_join"),
                {"name": "Kim Berg", "adult": "on", "terms": "on", "time_zone": "Europe/Oslo"},
            )
        assert client.session["_auth_user_id"]
        client.logout()

    assert SocialAccount.objects.get().uid == "kim-1"
