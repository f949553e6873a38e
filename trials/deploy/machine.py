"""A clean Debian that boots with systemd in a network of its own, where nothing but lo is."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from trials.deploy.blocks import packages
from trials.harness.environment import ROOT

SUITE = "bookworm"
NEEDED = ("debootstrap", "systemd-nspawn", "nsenter")
# What every installed Debian has, and the smallest variant has not.
BESIDES = ("systemd-sysv", "dbus", "ca-certificates")
START_SECONDS = 60


class Machine:
    """Made in a folder; `boot`, `run`, `halt`. What it fetches, it fetches before it boots."""

    def __init__(self, folder):
        self.root = Path(folder)
        self.nspawn = None

    def make(self):
        """A Debian of the smallest variant, the packages ready to be installed, a clone to be cloned."""
        if not (self.root / "etc/debian_version").exists():
            _run("debootstrap", "--variant=minbase", SUITE, self.root)
        self._in_root("apt-get", "update", "-qq")
        self._in_root("apt-get", "install", "-y", "-qq", "--no-install-recommends", *BESIDES)
        fetch = ("apt-get", "install", "-y", "-qq", "-d", "--no-install-recommends")
        self._in_root(*fetch, *packages(), "nginx-light")
        wheels = self.root / "srv/wheels"
        pinned = (ROOT / "requirements.txt").read_text().splitlines()
        wanted = [line.partition(";")[0] for line in pinned]  # also what only that Python needs
        _run(sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", wheels, *wanted)
        (self.root / "etc/pip.conf").write_text("[global]\nno-index = true\nfind-links = /srv/wheels\n")
        shutil.rmtree(self.root / "srv/mentoring.git", ignore_errors=True)
        _run("git", "clone", "-q", "--bare", ROOT, self.root / "srv/mentoring.git")

    def boot(self):
        """Until systemd has started what is to be started."""
        command = ["systemd-nspawn", "-q", "-D", self.root, "--boot", "--register=no", "--keep-unit"]
        log = (self.root.parent / f"{self.root.name}.log").open("ab")
        self.nspawn = subprocess.Popen(
            [*command, "--private-network", "--console=pipe", "--machine=mentoring-trial"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            state = self.run("systemctl is-system-running", check=False).stdout.strip()
            if state in ("running", "degraded"):
                return
            time.sleep(0.5)
        raise SystemExit(f"The machine does not start: {log.name}")

    def halt(self):
        """As by its power button; then by force."""
        if self.nspawn is None:
            return
        self.nspawn.send_signal(signal.SIGTERM)
        try:
            self.nspawn.wait(60)
        except subprocess.TimeoutExpired:
            self.nspawn.kill()
            self.nspawn.wait()
        self.nspawn = None

    def run(self, commands, *, check=True, **more):
        """What bash says to these commands, typed by root in the booted machine. SystemExit if they fail."""
        leader = self._leader()
        enter = ["nsenter", "-t", leader, "-m", "-u", "-i", "-n", "-p", "-r", "-w"]
        env = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root"}
        env |= {"LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive", **more}
        done = subprocess.run(
            [*enter, "bash", "-c", commands],
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        if check and done.returncode:
            raise SystemExit(f"{commands}\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
        return done

    def _leader(self):
        """The process that is number 1 in there."""
        children = Path(f"/proc/{self.nspawn.pid}/task/{self.nspawn.pid}/children").read_text().split()
        return children[-1] if children else "1000000000"

    def _in_root(self, *command):
        shutil.copy("/etc/resolv.conf", self.root / "etc/resolv.conf")
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        _run("chroot", self.root, *command, env=env)


def missing():
    """The names of what is not here, and root if it is somebody else's session."""
    return [name for name in NEEDED if not shutil.which(name)] + (["root"] if os.getuid() else [])


def _run(*command, **more):
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, **more)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}:\n{done.stdout[-2000:]}{done.stderr[-3000:]}")
