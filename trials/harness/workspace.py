"""What a run stands on: a folder and a PostgreSQL database of its own, gone when it is over."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from trials.harness.databases import database_url, drop_database
from trials.harness.environment import ROOT

PASSED_ON = ("PATH", "HOME", "LANG", "TMPDIR", "CHROMIUM")


class Workspace:
    """Made once for a run; `close` takes all of it away again. `purpose` is part of its names."""

    def __init__(self, purpose):
        self.folder = Path(tempfile.mkdtemp(prefix=f"{purpose}-"))
        self.base = f"mentoring_{purpose}_{os.getpid()}"
        self.base_url = database_url(self.base)
        self.kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}

    def run_python(self, *command, env):
        """What a Python program prints. SystemExit with the end of its errors if it fails."""
        done = subprocess.run([sys.executable, *command], cwd=ROOT, env=env, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"{' '.join(command)}:\n{done.stderr[-2000:]}")
        return done.stdout

    def close(self):
        """Drop the database, remove the folder."""
        drop_database(self.base)
        shutil.rmtree(self.folder, ignore_errors=True)
