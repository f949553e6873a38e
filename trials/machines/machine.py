"""A machine with a VAR, rings and an erasure list of its own, and the processes that run on it."""

import os
import shutil
import subprocess
import sys

from django.conf import settings

from trials.harness.environment import ROOT
from trials.harness.processes import BIN, Process, free_port, web_command

PASSED_ON = ("PATH", "HOME", "LANG", "TMPDIR")
CELERY = [str(BIN / "celery"), "-A", "mentoring"]
WORKER = ["worker", "--concurrency", "1", "--loglevel", "INFO", "--without-gossip", "--without-mingle"]
BEAT = ["beat", "--pidfile", "", "--loglevel", "INFO"]


class Machine:
    """`shared`: the settings that both have. Its folder holds nothing of the other's."""

    def __init__(self, name, folder, shared):
        self.name, self.folder, self.port = name, folder / name, free_port()
        self.folder.mkdir()
        self.ring, self.processes = self.folder / "keyring", {}
        shutil.copy2(settings.CONFIDENTIAL_KEYRING, self.ring)
        shutil.copy2(settings.CASE_KEYRING, self.folder / "case-keyring")
        self.shared = {name: os.environ[name] for name in PASSED_ON if name in os.environ} | shared

    def env(self, process):
        """What a process of this machine is told; rings are where VAR is."""
        return self.shared | {"MACHINE": self.name, "VAR": str(self.folder), "MENTORING_PROCESS": process}

    def start(self, *kinds):
        """Of member, worker, beat; `wait` waits for them."""
        commands = {
            "member": web_command(self.port, self.folder, "member"),
            "worker": [*CELERY, *WORKER, "-n", f"worker@{self.name}"],
            "beat": [*CELERY, *BEAT],
        }
        for kind in kinds:
            env = self.env("member" if kind == "member" else "worker")
            self.processes[kind] = Process(commands[kind], env, self.folder / f"{kind}.log")

    def wait(self):
        """Until its member site answers."""
        self.processes["member"].wait_until_ready(f"http://127.0.0.1:{self.port}/readyz")

    def run(self, *command, process="member"):
        """What a command of `manage.py` says; whether it ended well is the reader's to see."""
        command = [sys.executable, "manage.py", *command]
        return subprocess.run(command, cwd=ROOT, env=self.env(process), capture_output=True, text=True).stdout

    def log(self, kind):
        """What a process has said so far."""
        return (self.folder / f"{kind}.log").read_text(errors="replace")

    def stop(self):
        """All of it."""
        for process in self.processes.values():
            process.stop()
