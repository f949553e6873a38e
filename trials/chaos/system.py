"""One system on trial: its mails, real workers and beats, and the mail server they talk to."""

import os
import random
import signal
import sys
import time
from contextlib import suppress

import redis

from trials.harness.processes import BIN, Process
from trials.harness.smtp_sink import Sink

READY_WITHIN_SECONDS = 60
LOOK_AGAIN_SECONDS = 0.25
WAITING = "SELECT count(*) FROM mail_outgoingmail WHERE sent_at IS NULL AND dead_at IS NULL"


class System:
    """Started, killed and asked from outside, as an operator would."""

    def __init__(self, env, db, folder, mails):
        self.db, self.folder, self.mails = db, folder, mails
        self.sink, self.workers, self.others, self.killed = Sink(), [], [], 0
        self.env = env | {"EMAIL_URL": f"smtp://127.0.0.1:{self.sink.port}"}
        db.ask("DELETE FROM mail_outgoingmail WHERE id > %s", mails)
        self.expected = {address for (address,) in db.ask("SELECT address FROM mail_outgoingmail")}
        self.number = 0

    def start(self, *, workers=2, beats=1):
        """Until all of them work."""
        self.workers += [self._worker() for _ in range(workers)]
        self.others += [self._beat() for _ in range(beats)]
        until = time.monotonic() + READY_WITHIN_SECONDS
        while not all(map(ready, self.workers)):
            if time.monotonic() > until:
                raise SystemExit(self.workers[-1].log.read_text(errors="replace")[-3000:])
            time.sleep(LOOK_AGAIN_SECONDS)

    def make_due(self, *, within=0):
        """All mails are due now, or spread over so many seconds."""
        self.began = time.time()
        step = within / self.mails
        self.db.ask(
            "UPDATE mail_outgoingmail SET written_at = now(), due_at = now() + id * %s * interval '1 second'",
            step,
        )
        self.due = {
            address: due.timestamp()
            for address, due in self.db.ask("SELECT address, due_at FROM mail_outgoingmail")
        }

    def kill_one(self):
        """SIGKILL to a whole worker, parent and child, wherever it is; another is started in its place."""
        at_work = [worker for worker in self.workers if ready(worker)]
        while not at_work:
            time.sleep(0.05)
            at_work = [worker for worker in self.workers if ready(worker)]
        worker = random.choice(at_work)
        os.killpg(worker.child.pid, signal.SIGKILL)
        worker.child.wait()
        self.killed += 1
        self.workers.remove(worker)
        self.workers.append(self._worker())

    def run(self, *command):
        """A command of the product in a shell, with no waiting for it."""
        self.others.append(self._process("shell", [sys.executable, *command]))
        return self.others[-1].child

    def settle(self, *, quiet):
        """Until no mail waits, or the mail server has had none for so many seconds."""
        self.wait_until_silent(quiet, or_else=lambda: self.db.ask(WAITING) == [(0,)])

    def wait_until_silent(self, seconds, *, or_else=lambda: False):
        """Until the mail server has had no mail for so long, or something else is true."""
        taken, since = -1, time.monotonic()
        while time.monotonic() - since < seconds and not or_else():
            if len(self.sink.taken) != taken:
                taken, since = len(self.sink.taken), time.monotonic()
            time.sleep(LOOK_AGAIN_SECONDS)

    def close(self):
        """Stop all of it, at once."""
        for process in (*self.workers, *self.others):
            with suppress(ProcessLookupError):
                os.killpg(process.child.pid, signal.SIGKILL)
            process.child.wait()
        if self.sink.fault != "down":
            self.sink.close()
        with suppress(redis.ConnectionError):
            redis.Redis.from_url(self.env["REDIS_URL"]).flushdb()

    def _worker(self):
        name = f"w{self.number}@chaos"
        return self._process(
            "worker",
            [
                str(BIN / "celery"),
                "-A",
                "mentoring",
                "worker",
                "-n",
                name,
                "--concurrency",
                "1",
                "--loglevel",
                "INFO",
                "--without-gossip",
                "--without-mingle",
            ],
        )

    def _beat(self):
        schedule = str(self.folder / f"schedule-{self.number}")
        return self._process(
            "beat",
            [
                str(BIN / "celery"),
                "-A",
                "mentoring",
                "beat",
                "-s",
                schedule,
                "--pidfile",
                "",
                "--loglevel",
                "INFO",
            ],
        )

    def _process(self, kind, command):
        self.number += 1
        return Process(command, self.env, self.folder / f"{kind}-{self.number}.log")


def ready(worker):
    """Whether a worker has said that it takes tasks."""
    return b" ready." in worker.log.read_bytes()
