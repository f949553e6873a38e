"""What has to hold of a machine on which docs/deployment.md was followed.

Each check raises AssertionError, or says what it saw.
"""

import json
import re
import threading
import time

SITE, STAFF = "https://mentoring.example.org", "https://staff.mentoring.example.org"
UNITS = ("mentoring-member", "mentoring-staff", "mentoring-worker", "mentoring-beat")
MAIL = "/var/lib/mentoring/media/mail"
VISIT = "cd /opt/mentoring && .venv/bin/python -m trials.deploy.visit"
LETTERS = "select count(letter) from feedback_feedback"
READS = {"owner": "", "member": "keyring case-keyring", "staff": "case-keyring", "worker": ""}


def units_are_sound(machine):
    """Nothing odd is found in them by systemd."""
    files = "/etc/systemd/system/mentoring-*.service /etc/systemd/system/mentoring-*.socket"
    said = machine.run(f"systemd-analyze verify {files}", check=False)
    assert (said.returncode, said.stderr) == (0, ""), said.stderr
    scores = machine.run("systemd-analyze security --no-pager | grep mentoring-").stdout
    worst = max(float(score) for score in re.findall(r"\.service\s+([\d.]+)", scores))
    assert worst < 2.5, scores
    return f"systemd-analyze verify: nothing; security: {worst} of 10 at the most"


def all_are_up(machine):
    """Four units, each answering that it has all it needs."""
    until = time.monotonic() + 90
    while time.monotonic() < until:
        states = machine.run(f"systemctl is-active {' '.join(UNITS)}", check=False).stdout.split()
        asked = [machine.run(f"curl -s 127.0.0.1:{port}/readyz", check=False).stdout for port in (8000, 8001)]
        if states == ["active"] * 4 and all('"ok": true' in answer for answer in asked):
            return "four units active, both sites ready"
        time.sleep(1)
    raise AssertionError((states, asked))


def the_proxy_speaks_https_alone(machine):
    """Redirects from http, no old TLS, no /readyz for strangers, and an hour of HSTS."""
    ask = "curl -sk -o /dev/null -w '%{http_code} %{redirect_url}'"
    assert machine.run(f"{ask} {SITE}/").stdout.startswith("200")
    assert machine.run(f"{ask} http://mentoring.example.org/x").stdout == f"308 {SITE}/x"
    assert machine.run(f"{ask} {STAFF}/").stdout == f"302 {STAFF}/admin/"
    assert machine.run(f"{ask} {SITE}/readyz").stdout.startswith("404")
    assert machine.run(f"{ask} --tls-max 1.1 {SITE}/", check=False).returncode != 0
    headers = machine.run(f"curl -skI {SITE}/").stdout.splitlines()
    assert "strict-transport-security: max-age=3600" in map(str.strip, headers), headers
    return "https on both sites, redirects from http, TLS 1.1 refused, /readyz hidden"


def somebody_joins_and_becomes_coordinator(machine):
    """By pages, proxy, queue, worker and mail."""
    address = machine.run(f"{VISIT} join {SITE} {MAIL}").stdout.strip()
    assert address == "grace@deploy.example", address
    made = machine.run(f"mentoring-manage owner make_coordinator {address}").stdout
    return f"joined by mailed code; {made.strip()}"


def nobody_reads_what_is_anothers(machine):
    """Rings, settings, the database."""
    for who, rings in READS.items():
        found = [
            ring
            for ring in ("keyring", "case-keyring")
            if not machine.run(
                f"runuser -u mentoring_{who} -- cat /etc/mentoring/rings/{ring}", check=False
            ).returncode
        ]
        assert found == rings.split(), (who, found)
        for file in ("common", "owner", "member", "staff", "worker"):
            assert machine.run(
                f"runuser -u mentoring_{who} -- cat /etc/mentoring/{file}.env", check=False
            ).returncode
        ask = f"cd / && runuser -u mentoring_{who} -- psql mentoring -tAc '{LETTERS}'"
        assert (machine.run(ask, check=False).returncode == 0) is (who in ("owner", "member")), who
        as_another = ask.replace("psql mentoring", "psql -U mentoring_owner mentoring")
        assert (machine.run(as_another, check=False).returncode == 0) is (who == "owner"), who
    return "each user reads its own rings, no settings, and its own login of the database alone"


def members_and_worker_share_files_and_keys_change(machine):
    """Photos, the list of what was shredded; new root keys meanwhile; a copy of the ring to disclose."""
    photo, erased = "/var/lib/mentoring/media/photos/x.jpg", "/var/lib/mentoring/erasures/erasures.jsonl"
    machine.run(f"runuser -u mentoring_member -- sh -c 'umask 007; echo x > {photo}; echo >> {erased}'")
    machine.run(f"runuser -u mentoring_staff -- cat {photo}")
    machine.run(f"runuser -u mentoring_worker -- sh -c 'rm {photo}; echo >> {erased}'")
    machine.run("mentoring-manage member rotate_confidential_keys")
    modes = machine.run(
        "cd /etc/mentoring/rings && stat -c '%a %U %G' keyring case-keyring"
    ).stdout.splitlines()
    assert modes == ["600 mentoring_member mentoring_member", "640 mentoring_member mentoring_cases"], modes
    machine.run("install -m 600 -o mentoring_owner /etc/mentoring/rings/keyring /run/keyring")
    machine.run(
        "mentoring-manage --set CONFIDENTIAL_KEYRING=/run/keyring owner disclose --verify; rm /run/keyring"
    )
    all_are_up(machine)
    return (
        "photos and erasures are both's, rings rotated with their modes, the record of disclosures verified"
    )


def a_restart_refuses_no_request(machine):
    """By the socket: requests wait."""
    found = under_load(
        machine, "for i in 1 2 3; do systemctl restart mentoring-member; sleep 2; done", seconds=30
    )
    assert not found["failed"], found
    return (
        f"3 restarts: {found['answered']} requests answered, 0 failed, the slowest {found['slowest']:.1f} s"
    )


def a_process_that_refuses_says_why_and_comes_back(machine):
    """A ring that others may read: one line, and up by itself once it is mended."""
    machine.run("chmod 644 /etc/mentoring/rings/keyring")
    refused = machine.run("systemctl restart mentoring-member", check=False).returncode
    said = machine.run("journalctl -u mentoring-member -n 20 -o cat --no-pager").stdout
    machine.run("chmod 600 /etc/mentoring/rings/keyring")
    assert refused, said
    assert "CONFIDENTIAL_KEYRING: The key ring /etc/mentoring/rings/keyring is open to other users" in said, (
        said
    )
    all_are_up(machine)
    return "a ring open to others: refused in one line, up again after chmod"


def under_load(machine, commands, *, seconds, site=SITE):
    """What visitors saw while these commands ran."""
    seen = {}

    def visit():
        seen.update(json.loads(machine.run(f"{VISIT} load {site} {seconds}").stdout))

    visitors = threading.Thread(target=visit)
    visitors.start()
    time.sleep(3)
    machine.run(commands)
    visitors.join()
    assert seen["answered"] > 50, seen
    return seen


def a_killed_worker_comes_back_alone(machine):
    """By kill -9 of the main process: its children go with it, and beat stays one."""
    main = machine.run("systemctl show -P MainPID mentoring-worker").stdout.strip()
    machine.run(f"kill -9 {main}")
    until = time.monotonic() + 60
    while machine.run("systemctl is-active mentoring-worker", check=False).stdout.strip() != "active":
        assert time.monotonic() < until, "it does not come back"
        time.sleep(0.5)
    count = r"grep -lzE '^(worker|beat)$' /proc/[0-9]*/cmdline 2>/dev/null | xargs -n1 dirname | xargs -n1 basename"
    time.sleep(5)
    running = machine.run(count).stdout.split()
    names = [
        machine.run(f"ps_args=$(tr '\\0' ' ' < /proc/{pid}/cmdline); echo $ps_args").stdout for pid in running
    ]
    beats = [name for name in names if " beat " in name]
    workers = [name for name in names if " worker " in name]
    assert (len(beats), len(workers)) == (1, 3), names  # the main process and its two children
    assert main not in running
    return "the worker is back with two children, none is left of before, one beat"


def without_postgresql_members_read_why(machine):
    """A page that says so, and /readyz that names it; all is well by itself afterwards."""
    machine.run("systemctl stop postgresql@15-main")
    page = machine.run(f"curl -sk -w '%{{http_code}}' {SITE}/").stdout
    ready = machine.run("curl -s 127.0.0.1:8000/readyz").stdout
    machine.run("systemctl start postgresql@15-main")
    assert '"missing": ["database"]' in ready, ready
    assert "be back in a moment" in page, page
    assert page.endswith("503"), page
    all_are_up(machine)
    return "/readyz names the database, members read a page, and all is up again afterwards"


def without_redis_pages_work(machine):
    """What counts wrong passwords is away: pages are there, and /readyz names it."""
    machine.run("systemctl stop redis-server")
    page = machine.run(f"curl -sk -o /dev/null -w '%{{http_code}}' {SITE}/").stdout
    ready = machine.run("curl -s 127.0.0.1:8000/readyz").stdout
    machine.run("systemctl start redis-server")
    assert (page, '"missing": ["cache"]' in ready) == ("200", True), (page, ready)
    all_are_up(machine)
    return "/readyz names the cache, pages are there, and all is up again afterwards"


def the_other_proxy_and_the_firewall_can_be_read(machine):
    """By nginx -t with the names in place and a certificate of its own, and by nft -c."""
    machine.run(
        "apt-get install -y -qq --no-install-recommends nginx-light || true; systemctl disable --now nginx || true"
    )
    machine.run(
        "cd /opt/mentoring && d=/etc/letsencrypt/live/mentoring.example.org && mkdir -p $d && "
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=x -keyout $d/privkey.pem -out $d/fullchain.pem && "
        "cp deploy/nginx/mentoring.conf /etc/nginx/sites-enabled/ && nginx -t"
    )
    machine.run("nft -c -f /opt/mentoring/deploy/nftables.conf")
    return "nginx -t and nft -c find nothing"


CHECKS = (
    units_are_sound,
    all_are_up,
    the_proxy_speaks_https_alone,
    somebody_joins_and_becomes_coordinator,
    nobody_reads_what_is_anothers,
    members_and_worker_share_files_and_keys_change,
    a_restart_refuses_no_request,
    a_process_that_refuses_says_why_and_comes_back,
    a_killed_worker_comes_back_alone,
    without_postgresql_members_read_why,
    without_redis_pages_work,
    the_other_proxy_and_the_firewall_can_be_read,
)
