"""`make installtest`: docs/deployment.md followed as it is written, on a clean Debian with systemd, then looked at.

Needs root, debootstrap, systemd-container and Debian's mirror; takes some ten minutes, half of them for fetching.
What differs from a machine of one's own: the names, mail to files (nobody's mail server is here), certificates
that Caddy makes itself (nobody else's authority is here), and packages that were fetched before.
"""

import sys
import tempfile
import time
from pathlib import Path

from trials.deploy import checks
from trials.deploy.blocks import blocks
from trials.deploy.machine import Machine, missing

NAMES = "export SITE=mentoring.example.org STAFF=staff.mentoring.example.org CLONE_FROM=/srv/mentoring.git\n"
GO_ON = f"set -e\n{NAMES}cd /opt/mentoring 2>/dev/null || cd /root\n"
OURS = {1: "its names are those of the trial", 12: "done by the check that joins"}
# What a machine of one's own has, and this one has not: after these steps.
STAND_INS = {
    5: "sed -i 's|^EMAIL_URL=.*|EMAIL_URL=file:/var/lib/mentoring/media/mail|' /etc/mentoring/common.env",
    10: "sed -i '1i {\\n\\tlocal_certs\\n}' /etc/caddy/Caddyfile && systemctl reload caddy",
}
HOSTS = "echo '127.0.0.1 localhost mentoring.example.org staff.mentoring.example.org' >> /etc/hosts"


def install(machine):
    """Each block, as it stands there."""
    machine.run(HOSTS)
    for block in blocks():
        if block.step in OURS:
            print(f"step {block.step:2}  left out: {OURS[block.step]}", flush=True)
            continue
        began = time.monotonic()
        machine.run(GO_ON + block.commands + STAND_INS.get(block.step, ""))
        print(f"step {block.step:2}  {time.monotonic() - began:.0f} s", flush=True)


def look(machine):
    """Every check; how many found something wrong."""
    wrong = 0
    for check in checks.CHECKS:
        try:
            print(f"ok    {check.__name__}: {check(machine)}", flush=True)
        except (AssertionError, SystemExit) as trouble:
            wrong += 1
            print(f"WRONG {check.__name__}: {trouble}", flush=True)
    return wrong


def main(arguments):
    """Make, boot, install, look; and look once more after a reboot."""
    absent = missing()
    if absent:
        print(f"Not run, for want of: {', '.join(absent)} (apt-get install debootstrap systemd-container).")
        return 1
    with tempfile.TemporaryDirectory(prefix="installtest-") as scratch:
        machine = Machine(Path(arguments[0] if arguments else scratch) / "debian")
        try:
            machine.make()
            machine.boot()
            install(machine)
            wrong = look(machine)
            machine.halt()
            machine.boot()
            print(f"ok    after a reboot: {checks.all_are_up(machine)}")
        finally:
            machine.halt()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
