"""What processes and the database hold while they are visited: memory and connections, every few seconds."""

import subprocess
import threading
import time
from pathlib import Path

EVERY_SECONDS = 5


class Watch:
    """Samples of each process group (member site, worker, beat): megabytes; and connections to the database."""

    def __init__(self, processes, database):
        self.processes, self.database = processes, database
        self.samples, self._ended = [], threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_error):
        self._ended.set()
        self._thread.join()

    def _run(self):
        began = time.monotonic()
        while not self._ended.wait(EVERY_SECONDS):
            sample = {name: megabytes(process.child.pid) for name, process in self.processes.items()}
            sample["connections"] = connections(self.database)
            self.samples.append(sample | {"second": round(time.monotonic() - began)})


def megabytes(group):
    """Memory of a process and its children that nobody shares (PSS), in MB."""
    pids = subprocess.run(["pgrep", "-g", str(group)], capture_output=True, text=True).stdout.split()
    return round(sum(map(_kilobytes, pids)) / 1024)


def _kilobytes(pid):
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def connections(database):
    """How many are open to this database, but for the one that asks."""
    rows = database.ask("SELECT count(*) - 1 FROM pg_stat_activity WHERE datname = current_database()")
    return rows[0][0]
