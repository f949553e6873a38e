"""Units agree with what else is in deploy/, with the code, and with each other."""

import re
import shutil
import subprocess

import pytest
from gunicorn.config import Config

from trials.deploy.units import DEPLOY, UNITS, lines, value, values

WEB, WORK = ("mentoring-member", "mentoring-staff"), ("mentoring-worker", "mentoring-beat")
PORTS = {"mentoring-member": 8000, "mentoring-staff": 8001}
ALWAYS = {
    "NoNewPrivileges=yes",
    "ProtectSystem=strict",
    "PrivateTmp=yes",
    "CapabilityBoundingSet=",
    "LimitCORE=0",
    "MemorySwapMax=0",
    "Restart=always",
    "KillMode=mixed",
    "UMask=0007",
    "WorkingDirectory=/opt/mentoring",
}
VERIFY = shutil.which("systemd-analyze")


def test_there_is_a_unit_for_each_process_and_a_socket_for_each_site():
    units = {f"{name}.service" for name in (*WEB, *WORK, "mentoring-backup")}
    assert {path.name for path in UNITS.glob("*.service")} == units
    assert {path.name for path in UNITS.glob("*.socket")} == {f"{name}.socket" for name in WEB}


@pytest.mark.parametrize("unit", (*WEB, *WORK))
def test_what_each_unit_may_not_do_stands_in_all_of_them(unit):
    assert set(lines(unit)) >= ALWAYS


@pytest.mark.parametrize("unit", (*WEB, *WORK))
def test_its_settings_and_its_user_are_there(unit):
    who = "worker" if unit in WORK else unit.removeprefix("mentoring-")
    files = [path.removeprefix("/etc/mentoring/") for path in values(unit, "EnvironmentFile")]

    assert files == ["common.env", f"{who}.env"]
    assert all((DEPLOY / "env" / name).exists() for name in files)
    assert value(unit, "User") == f"mentoring_{who}"
    assert f"u mentoring_{who} " in (UNITS / "mentoring.sysusers").read_text()


@pytest.mark.parametrize("unit", (*WEB, *WORK))
def test_what_it_may_write_is_a_folder_that_is_made(unit):
    made = (UNITS / "mentoring.tmpfiles").read_text()
    for path in " ".join(values(unit, "ReadWritePaths")).split():
        assert re.search(rf"^d {path} 2770 root mentoring_files -$", made, re.MULTILINE), path


@pytest.mark.parametrize("unit", WEB)
def test_gunicorn_knows_its_options_and_leaves_the_address_to_the_socket(unit):
    program, *arguments = value(unit, "ExecStart").split()
    given = Config().parser().parse_args(arguments)

    assert program == "/opt/mentoring/.venv/bin/gunicorn" and given.args == ["mentoring.wsgi"]
    assert given.control_socket_disable and not given.bind
    assert given.graceful_timeout < int(value(unit, "TimeoutStopSec"))
    assert value(f"{unit}.socket", "ListenStream") == f"127.0.0.1:{PORTS[unit]}"
    assert value(unit, "Requires") == f"{unit}.socket"
    assert f"http://127.0.0.1:{PORTS[unit]}/healthz" in value(unit, "ExecStartPost")


@pytest.mark.parametrize("unit", WORK)
def test_the_worker_asks_whether_all_is_there_before_it_starts(unit):
    assert value(unit, "ExecStartPre") == "/opt/mentoring/.venv/bin/python manage.py healthcheck"


def test_one_beat_and_none_within_the_worker():
    worker, beat = (value(unit, "ExecStart").split() for unit in WORK)

    assert worker[:4] == beat[: 4 - 1] + ["worker"] and beat[3] == "beat"
    assert not {"-B", "--beat"} & {*worker, *beat}
    assert "--pidfile=" in beat  # its folder is not to be written to


def test_a_backup_each_night_by_the_owner_into_a_folder_of_its_own():
    """It reads photos and the list of what was shredded, and writes nothing but the backup."""
    unit, users = "mentoring-backup", (UNITS / "mentoring.sysusers").read_text()
    made = (UNITS / "mentoring.tmpfiles").read_text()
    once = {"Restart=always", "KillMode=mixed", "UMask=0007"}

    assert set(lines(unit)) >= ALWAYS - once | {"UMask=0077", "Type=oneshot"}
    assert value(unit, "User") == "mentoring_owner" and "m mentoring_owner mentoring_files\n" in users
    assert f"d {value(unit, 'ReadWritePaths')} 0700 mentoring_owner mentoring_owner -\n" in made
    assert f"--into {value(unit, 'ReadWritePaths')} --to ${{BACKUP_RECIPIENT}}" in value(unit, "ExecStart")
    assert "BACKUP_RECIPIENT=" in (DEPLOY / "env" / "owner.env").read_text()
    assert "OnCalendar=*-*-* " in (UNITS / f"{unit}.timer").read_text()


@pytest.mark.parametrize("proxy", ("caddy/Caddyfile", "nginx/mentoring.conf"))
def test_proxies_lead_to_the_sockets(proxy):
    text = (DEPLOY / proxy).read_text()

    assert set(re.findall(r"127\.0\.0\.1:(\d+)", text)) == {"8000", "8001"}
    assert "/readyz" in text and "30" in text and "110" in text


def test_nginx_sets_what_the_sites_believe():
    """A header that came with the request does not come through."""
    text = (DEPLOY / "nginx/mentoring.conf").read_text()

    assert set(re.findall(r"proxy_set_header (\S+) (\S+);", text)) == {
        ("Host", "$host"),
        ("X-Forwarded-For", "$remote_addr"),
        ("X-Forwarded-Proto", "$scheme"),
    }
    assert set(re.findall(r"ssl_protocols ([^;]+);", text)) == {"TLSv1.2 TLSv1.3"}


def test_containers_have_the_users_and_commands_of_the_units():
    image, compose = ((DEPLOY / name).read_text() for name in ("Containerfile", "compose.yaml"))
    for unit in (*WEB, *WORK):
        command = value(unit, "ExecStart").removeprefix("/opt/mentoring/.venv/bin/")
        shared = command.replace(" --timeout 30", "").removesuffix(" --no-control-socket")
        assert f"command: {shared}" in compose, unit
        assert f" {value(unit, 'User')}" in image and f"user: {value(unit, 'User')}" in compose


@pytest.mark.skipif(not VERIFY, reason="systemd is not there: scripts/run_tests.py says so")
def test_systemd_finds_nothing_odd(tmp_path):
    """Programs of an installation stand in as empty files."""
    unit_folder = tmp_path / "etc/systemd/system"
    shutil.copytree(UNITS, unit_folder)
    programs = {
        word.split()[0]
        for path in UNITS.glob("*.service")
        for name in ("ExecStart", "ExecStartPre", "ExecStartPost")
        for word in values(path.stem, name)
    }
    for program in programs:
        stand_in = tmp_path / program.lstrip("/")
        stand_in.parent.mkdir(parents=True, exist_ok=True)
        stand_in.write_text("#!/bin/sh\n")
        stand_in.chmod(0o755)
    names = [path.name for path in (*UNITS.glob("*.service"), *UNITS.glob("*.socket"))]

    assert verify(tmp_path, names) == ""
    spoilt = unit_folder / "mentoring-beat.service"
    spoilt.write_text(spoilt.read_text().replace("Restart=always", "Restart=forever"))
    assert "Failed to parse" in verify(tmp_path, [spoilt.name])


def verify(root, names):
    """What systemd-analyze says, but for what only a whole machine has."""
    done = subprocess.run(
        [VERIFY, "verify", "--man=no", f"--root={root}", *names], capture_output=True, text=True
    )
    lines = (done.stdout + done.stderr).splitlines()
    return "\n".join(line for line in lines if "target" not in line)
