"""`make check`: formatting, lint, import directions, migrations, deployment, templates, texts, translations, tests."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
MANAGE = [sys.executable, "-W", "error::DeprecationWarning:mentoring", "manage.py"]
CHECKS = {
    "formatting": [str(BIN / "ruff"), "format", "--check", "-q", "."],
    "lint": [str(BIN / "ruff"), "check", "-q", "."],
    "import directions": [str(BIN / "lint-imports"), "--no-cache"],
    "missing migrations": [*MANAGE, "makemigrations", "--check", "--dry-run"],
    "member site, deployed": [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"],
    "staff site, deployed": [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"],
    "templates": [sys.executable, "scripts/templates.py"],
    "untranslated texts": [sys.executable, "scripts/untranslated.py"],
    "translations": [sys.executable, "scripts/catalogues.py"],
    "tests can be imported": [sys.executable, "-m", "pytest", "--collect-only", "-qq", "--assert=plain"],
}


def main():
    """Run them all; show what failed."""
    with tempfile.TemporaryDirectory() as var:
        env = {
            **os.environ,
            "VAR": var,
            "SITE_URL": "https://mentoring.example.org",
            "STAFF_URL": "https://staff.example.org",
            "PASSKEY_DOMAIN": "example.org",
            "DEMO": "0",
            "HSTS": "preload",  # what Django’s checks ask for
            "DEBUG": "0",
        }
        failed = [name for name, command in CHECKS.items() if not passes(name, command, env)]
    return 1 if failed else 0


def passes(name, command, env):
    """One check, with its output only if it failed or could not run."""
    env = env | {"MENTORING_PROCESS": "staff"} if name.startswith("staff") else env
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    print(f"{'ok  ' if not done.returncode else 'FAIL'}  {name}", flush=True)
    if done.returncode or "not checked" in done.stdout:
        print(done.stdout + done.stderr)
    return not done.returncode


if __name__ == "__main__":
    sys.exit(main())
