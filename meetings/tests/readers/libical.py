"""libical, which Evolution and GNOME's calendar read with: one process for a whole batch."""

import json
import subprocess
from pathlib import Path

from meetings.tests.readers import MOST, Missing

PYTHON = "/usr/bin/python3"
PROGRAM = Path(__file__).with_name("libical_reads.py")
BRINGS = "apt-get install python3-gi gir1.2-ical-3.0"
PATIENCE_SECONDS = 120


def is_here():
    """Whether Debian's Python can load it."""
    code = "import gi; gi.require_version('ICalGLib', '3.0')"
    try:
        return subprocess.run([PYTHON, "-c", code], capture_output=True).returncode == 0
    except OSError:
        return False


def read(texts, most=MOST):
    """(the events of each text, what is wrong with each: nothing, where libical's iTIP check passes it)."""
    if not is_here():
        raise Missing(f"libical is not here: {BRINGS}")
    asked = json.dumps({"texts": list(texts), "most": most})
    done = subprocess.run(
        [PYTHON, PROGRAM], input=asked, capture_output=True, text=True, check=True, timeout=PATIENCE_SECONDS
    )
    answers = json.loads(done.stdout)
    return [one["events"] for one in answers], [one["wrong"] for one in answers]
