"""What all scenarios stand on: a folder, and a database with mails of which none is due yet."""

import threading
from contextlib import contextmanager
from itertools import count

from trials.chaos.system import System
from trials.harness.databases import Database, claim_redis, create_database, database_url, drop_database
from trials.harness.workspace import Workspace

LETTERS = 5_000


class ChaosWorkspace(Workspace):
    """Each scenario has a system of its own, on a copy of the database."""

    def __init__(self):
        super().__init__("chaostest")
        self.numbers, self.copying = count(1), threading.Lock()

    def prepare(self):
        """Tables, and mails by the product's own hand."""
        create_database(self.base, log_statements=False)
        env = self.env(self.folder, self.base_url)
        self.run_python("manage.py", "migrate", "-v0", env=env)
        self.run_python("-m", "trials.chaos.fill", str(LETTERS), env=env)

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
            "STAFF_URL": "http://staff.chaos.example",
            **more,
        }

    @contextmanager
    def system(self, mails, *, planted="", redis=None):
        """A system of its own with so many mails; all of it is gone afterwards."""
        name = f"{self.base}_{next(self.numbers)}"
        folder = self.folder / name
        folder.mkdir()
        with self.copying:
            create_database(name, template=self.base, log_statements=False)
            url = redis or claim_redis()
        env = self.env(folder, database_url(name), REDIS_URL=url, CHAOS_PLANTED=planted)
        system = System(env, Database(name), folder, mails)
        try:
            yield system
        finally:
            system.close()
            drop_database(name)
