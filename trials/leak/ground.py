"""What all worlds of a run stand on: a folder, a database with tables and nobody in it, static files."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from trials.leak import databases
from trials.leak.parts import ROOT
from trials.leak.world import World

PASSWORD = re.compile(r"_([a-z]+): password (\S+) ")
PASSED_ON = ("PATH", "HOME", "LANG", "TMPDIR", "CHROMIUM")


class Ground:
    """Made once for a run; `close` takes all of it away again."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="leaktest-"))
        self.base = f"mentoring_leaktest_{os.getpid()}"
        self.kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        self.base_url = databases.url_of(self.base)
        self.worlds, self.passwords = [], {}

    def prepare(self):
        """Tables and static files, by the product's own commands."""
        databases.create(self.base)
        env = self.kept | {
            "DATABASE_URL": self.base_url,
            "VAR": str(self.folder),
            "DJANGO_SETTINGS_MODULE": "mentoring.settings",
        }
        said = ""
        for command in (
            ["migrate", "-v0"],
            ["database_logins", f"--prefix={self.base}"],
            ["collectstatic", "--noinput", "-v0"],
        ):
            done = subprocess.run(
                [sys.executable, "manage.py", *command], cwd=ROOT, env=env, capture_output=True, text=True
            )
            if done.returncode:
                raise SystemExit(f"{' '.join(command)}:\n{done.stderr[-2000:]}")
            said += done.stdout
        self.passwords = dict(PASSWORD.findall(said))
        return self

    def login(self, process, database):
        """The address of a database for one process: with the login that is made for it."""
        return databases.url_of(database, f"{self.base}_{process}", self.passwords[process])

    def world(self, kind, settings, *, sqlite=False):
        """A world of its own: on a copy of the database, or on a new SQLite file."""
        made = World(kind, self, settings, sqlite=sqlite)
        self.worlds.append(made)
        return made

    def close(self):
        """Stop everything, drop everything."""
        for world in self.worlds:
            world.close()
        databases.drop(self.base)
        for role in self.passwords:
            databases.drop_role(f"{self.base}_{role}")
        shutil.rmtree(self.folder, ignore_errors=True)
