"""Servers by other authors, in an environment of their own: nanoidp (OpenID Connect), pysaml2 (SAML), Swift (S3).

Their pins are not ours. `python -m trials.journeys.independent_provider` makes the environment, once for each list of packages. Imports
nothing of the project: the test runner calls it too.
"""

import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = Path(__file__).with_name("requirements-independent.txt")
FOLDER = ROOT / "var" / "independent"
READY = FOLDER / "made-from.txt"
PROGRAM = FOLDER / "bin" / "nanoidp"
SAML = (FOLDER / "bin" / "python", Path(__file__).with_name("independent_saml.py"))
COMMAND = ".venv/bin/python -m trials.journeys.independent_provider"
CLIENT, SECRET = "mentoring", "a-secret-of-nanoidp"
PASSWORD = "only-for-journeys"
SETTINGS = """config_version: 1
server: {{host: "127.0.0.1", port: {port}}}
oauth:
  issuer: "http://127.0.0.1:{port}"
  audience: "{client}"
  clients:
    - client_id: "{client}"
      client_secret: "{secret}"
      redirect_uris: ["{back}"]
"""
USERS = """config_version: 1
users:
  kim-1:
    password: "{password}"
    email: "kim@library.example"
    attributes: {{member_status: "active", display_name: "Kim Berg"}}
"""


def is_made():
    """Whether the environment is there, with the packages that are named now."""
    return READY.is_file() and READY.read_text() == REQUIREMENTS.read_text()


def make_environment():
    """Once; afterwards nothing is fetched. CalledProcessError where there is no registry."""
    if is_made():
        return
    shutil.rmtree(FOLDER, ignore_errors=True)
    venv.create(FOLDER, with_pip=True)
    pip = [FOLDER / "bin" / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, "--retries", "1", "-r", REQUIREMENTS], check=True)
    READY.write_text(REQUIREMENTS.read_text())


def write_configuration(folder, *, port, back):
    """Its two files: a client that comes back to `back`, and one member."""
    settings = SETTINGS.format(port=port, client=CLIENT, secret=SECRET, back=back)
    (folder / "settings.yaml").write_text(settings)
    (folder / "users.yaml").write_text(USERS.format(password=PASSWORD))


def entry(port):
    """Its entry in the operator's file. It keeps a member's own facts in an object inside the profile."""
    return {
        "id": "independent",
        "kind": "oidc",
        "name": "Independent account",
        "server_url": f"http://127.0.0.1:{port}",
        "client_id": CLIENT,
        "client_secret": SECRET,
        "token_auth": "basic",
        "claims": {"state": "attributes.member_status", "full_name": "attributes.display_name"},
    }


if __name__ == "__main__":
    try:
        make_environment()
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"nanoidp, pysaml2 and Swift could not be installed: {error}")
