"""A process of its own, with settings of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def python(code, tmp_path, **environment):
    """Run a line of Python in a process of its own."""
    env = {
        "PATH": os.environ["PATH"],
        "VAR": str(tmp_path),
        "SECRET_KEY": "only-for-tests-" * 5,
        "DJANGO_SETTINGS_MODULE": "mentoring.settings",
        **environment,
    }
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True)
