"""What all worlds of a run stand on: a folder, a database with tables and nobody in it, static files."""

import re

from trials.harness import databases
from trials.harness.workspace import Workspace
from trials.leak.world import World

PASSWORD = re.compile(r"_([a-z]+): password (\S+) ")


class LeakWorkspace(Workspace):
    """With a login for each process, and the worlds built on it."""

    def __init__(self):
        super().__init__("leaktest")
        self.worlds, self.passwords = [], {}

    def prepare(self):
        """Tables, logins and static files, by the product's own commands."""
        databases.create_database(self.base)
        env = self.kept | {
            "DATABASE_URL": self.base_url,
            "VAR": str(self.folder),
            "DJANGO_SETTINGS_MODULE": "mentoring.settings",
        }
        self.run_python("manage.py", "migrate", "-v0", env=env)
        printed = self.run_python("manage.py", "database_logins", f"--prefix={self.base}", env=env)
        self.run_python("manage.py", "collectstatic", "--noinput", "-v0", env=env)
        self.passwords = dict(PASSWORD.findall(printed))
        return self

    def login(self, process, database):
        """The address of a database for one process: with the login that is made for it."""
        return databases.database_url(database, f"{self.base}_{process}", self.passwords[process])

    def world(self, kind, settings, *, sqlite=False):
        """A world of its own: on a copy of the database, or on a new SQLite file."""
        made = World(kind, self, settings, sqlite=sqlite)
        self.worlds.append(made)
        return made

    def close(self):
        """Stop everything, drop everything."""
        for world in self.worlds:
            world.close()
        super().close()
        for role in self.passwords:
            databases.drop_role(f"{self.base}_{role}")
