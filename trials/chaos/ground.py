"""What all scenarios stand on: a folder, and a database with letters of which none is due yet."""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from psycopg2 import sql as names

from trials.chaos.system import System
from trials.leak.databases import Database, _server, drop, free_redis, url_of
from trials.leak.parts import ROOT

LETTERS = 5_000
PASSED_ON = ("PATH", "HOME", "LANG", "TMPDIR")


class Ground:
    """Made once for a run; `close` takes all of it away again."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="chaostest-"))
        self.base = f"mentoring_chaostest_{os.getpid()}"
        self.kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        self.numbers, self.copying = count(1), threading.Lock()

    def prepare(self):
        """Tables, and letters by the product's own hand."""
        _create(self.base)
        env = self.env(self.folder, url_of(self.base))
        for command in (["manage.py", "migrate", "-v0"], ["-m", "trials.chaos.fill", str(LETTERS)]):
            done = subprocess.run(
                [sys.executable, *command], cwd=ROOT, env=env, text=True, capture_output=True
            )
            if done.returncode:
                raise SystemExit(f"{' '.join(command)}:\n{done.stderr[-2000:]}")

    def env(self, folder, database, **more):
        """What every process is told."""
        return self.kept | {
            "DATABASE_URL": database,
            "VAR": str(folder),
            "SECRET_KEY": "chaos" * 12,
            "DEMO": "1",
            "DJANGO_SETTINGS_MODULE": "trials.chaos.settings",
            "MENTORING_PROCESS": "worker",
            "SITE_URL": "http://chaos.example",
            **more,
        }

    @contextmanager
    def system(self, letters, *, planted="", redis=None):
        """A system of its own with so many letters; all of it is gone afterwards."""
        name = f"{self.base}_{next(self.numbers)}"
        folder = self.folder / name
        folder.mkdir()
        with self.copying:
            _create(name, template=self.base)
            url = redis or free_redis()
        env = self.env(folder, url_of(name), REDIS_URL=url, CHAOS_PLANTED=planted)
        system = System(env, Database(name), folder, letters)
        try:
            yield system
        finally:
            system.close()
            drop(name)

    def close(self):
        """Drop everything."""
        drop(self.base)
        shutil.rmtree(self.folder, ignore_errors=True)


def _create(name, template="template1"):
    drop(name)
    with _server() as cursor:
        made = names.SQL("CREATE DATABASE {} TEMPLATE {}")
        cursor.execute(made.format(names.Identifier(name), names.Identifier(template)))
