"""A running programme: database, Redis, member site, staff site, worker with beat, mail to files."""

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager

import redis

from trials.harness import databases
from trials.harness.environment import ROOT
from trials.harness.processes import START_TIMEOUT_SECONDS, Process, free_port, web_command, worker_command
from trials.leak import needle
from trials.leak.seats import Seats
from trials.leak.wire import Wire

KINDS = (
    "feedback",
    "draft",
    "answer",
    "request",
    "request talk",
    "note on a mentor",
    "shared note",
    "own note",
    "goal",
    "step",
    "agreement",
    "reflection",
    "thanks",
    "place",
    "agenda",
    "hours",
    "talk",
    "peers",
    "sheet",
    "shared answer",
)
METRICS_TOKEN = "of-whoever-watches-" * 2
RINGS = ("CONFIDENTIAL_KEYRING", "CASE_KEYRING")

LOG_SECONDS = 1  # a web process writes its line after the answer


class World(Seats):
    """One programme and everybody in it. `words` were written by the two; `codes` name their rows."""

    def __init__(self, kind, workspace, settings, *, sqlite=False):
        self.kind, self.workspace, self.settings = kind, workspace, settings
        self.folder = workspace.folder / kind
        self.var, self.logs, self.tmp = (self.folder / name for name in ("var", "logs", "tmp"))
        for folder in (self.var, self.logs, self.tmp):
            folder.mkdir(parents=True)
        (self.var / "static").symlink_to(workspace.folder / "static")
        self.ports = {"member": free_port(), "staff": free_port()}
        self.words = {kind: needle.word() for kind in KINDS}
        self.turn, self.sqlite, self.noisy_port, self.said = 0, None, free_port(), b""
        self.codes, self.people, self.before, self.facts = {}, {}, {}, {}
        self.processes, self.seats, self.wire, self.db = {}, {}, None, None
        self.redis_url = "" if sqlite else databases.claim_redis()
        if not sqlite:
            self.db = databases.Database(f"{workspace.base}_{kind}")
            databases.create_database(self.db.name, template=workspace.base)

    # Start and stop -----------------------------------------------------------------------------

    def start(self):
        """Key rings, people, both sites. Nobody has written anything yet, and no worker runs."""
        self.manage("new_keyring")
        if self.db is None:
            self.manage("migrate", "-v0")
        owner = {"DATABASE_URL": self.db.url} if self.db else {}  # there is staff among them
        self.people = json.loads(self.run("trials.leak.inside.cast", needle.letters(8), **owner))
        if self.redis_url:
            self.wire = Wire(self.redis_url)
        sites = ("member", "staff") if self.redis_url else ("member",)
        for name in sites:
            self.spawn(name, web_command(self.ports[name], self.logs, name))
        for name in sites:
            self.processes[name].wait_until_ready(f"http://127.0.0.1:{self.ports[name]}/readyz")
            self.facts[name] = json.loads(self.run("trials.leak.inside.facts", process=name))
        return self

    def spawn(self, name, command, *, process=None, **more):
        """Start one process of the programme."""
        env = self.env(process or name) | more
        self.processes[name] = Process(command, env, self.logs / f"{name}.log")
        return self.processes[name]

    def start_worker(self):
        """The worker; every letter that was waiting goes out."""
        self.spawn("worker", worker_command())
        self.settle()

    def settle(self):
        """Wait until every mail has gone that does not wait for the mail of the day."""
        if "worker" not in self.processes:
            return
        until = time.monotonic() + START_TIMEOUT_SECONDS
        waiting = (
            "SELECT count(*) FROM mail_outgoingmail "
            "WHERE sent_at IS NULL AND dead_at IS NULL AND due_at IS NOT NULL"
        )
        while self.db.ask(waiting)[0][0]:
            if time.monotonic() > until:
                raise SystemExit("The worker sends nothing:\n" + self.log("worker")[-3000:])
            time.sleep(0.3)

    def close(self):
        """End what was started, drop what was made."""
        for process in self.processes.values():
            process.stop()
        if self.wire:
            self.wire.close()
            redis.Redis.from_url(self.redis_url).flushdb()
        if self.db:
            databases.drop_database(self.db.name)

    # Hands --------------------------------------------------------------------------------------

    def env(self, process):
        """The environment of one of the three. Only the member process is told of the ring."""
        rings = {name: str(self.var / name.lower()) for name in RINGS}
        if process != "member":
            rings = {"CASE_KEYRING": rings["CASE_KEYRING"]}
        return (
            self.workspace.kept
            | rings
            | {
                "DATABASE_URL": self.login(process),
                "REDIS_URL": self.redis_url,
                "VAR": str(self.var),
                "TMPDIR": str(self.tmp),
                "DEMO": "0",
                "STAFF_SECOND_FACTOR": "0",  # walked by password: what is behind has to be seen
                "PYTHONUNBUFFERED": "1",
                "SITE_URL": f"http://127.0.0.1:{self.ports['member']}",
                "STAFF_URL": f"http://127.0.0.1:{self.ports['staff']}",
                "SECRET_KEY": f"leaktest-{process}-" * 6,
                "MAIL_KEY": "leaktest" * 9,
                "METRICS_TOKEN": METRICS_TOKEN,
                "EMAIL_URL": f"file:{self.var}/mail",
                "MENTORING_PROCESS": process,
                "DJANGO_SETTINGS_MODULE": self.settings,
            }
        )

    def login(self, process):
        """The database for a process. In the planted world all share the login that may do anything."""
        if self.db is None:
            return ""
        return self.db.url if self.kind == "planted" else self.workspace.login(process, self.db.name)

    def run(self, module, *args, process="member", stdin=b"", **more):
        """What a program prints inside one of the processes."""
        return self._call(["-m", module, *map(str, args)], process, stdin, more)

    def manage(self, *args, process="member", may_fail=False, **more):
        """What a management command prints."""
        return self._call(["manage.py", *args], process, b"", more, may_fail=may_fail)

    def _call(self, command, process, stdin, more, *, may_fail=False):
        env = self.env(process) | more
        done = subprocess.run([sys.executable, *command], cwd=ROOT, env=env, input=stdin, capture_output=True)
        if done.returncode and not may_fail:
            raise SystemExit(f"{command}:\n{done.stderr.decode()[-3000:]}")
        self.said = done.stderr
        return done.stdout

    def tidy(self):
        """After a planted leak: nothing of it is left for the walk that comes next."""
        for folder in (self.logs, self.tmp, self.var / "mail"):  # logs stay open: emptied, not removed
            for path in (p for p in folder.rglob("*") if p.is_file()):
                path.unlink(missing_ok=True) if folder != self.logs else os.truncate(path, 0)
        (self.var / "tracker.jsonl").write_bytes(b"")
        if self.wire:
            self.wire.heard.clear()

    @contextmanager
    def unlogged(self):
        """For a stranger who types the words: what they type stands in the logs, and proves nothing."""
        sizes = {path: path.stat().st_size for path in self.logs.glob("*.log")}
        yield
        time.sleep(LOG_SECONDS)
        for path, size in sizes.items():
            os.truncate(path, size)

    def log(self, name):
        """What a process has said so far."""
        path = self.logs / f"{name}.log"
        return path.read_text(errors="replace") if path.exists() else ""
