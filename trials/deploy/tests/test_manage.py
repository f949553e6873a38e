"""deploy/mentoring-manage: the settings as they are written, and the user before the command."""

import os
import pwd
import runpy
import sys
from types import SimpleNamespace

import pytest

from trials.deploy.units import DEPLOY

WRAPPER = DEPLOY / "mentoring-manage"
WRITTEN = """# a remark
; another
SITE_URL=https://m.test.example

DEFAULT_FROM_EMAIL=Mentoring <a@b.test>
CONTACT_NAME=Grace "the Dean" O'Hara $HOME
#OPERATOR_CONTACT=nobody
MAIL_KEY=a=b#c
"""


@pytest.fixture
def wrapper(monkeypatch, tmp_path):
    """`wrapper(*arguments)`: what would be run, as whom, and in which order; nothing is."""
    steps = []
    known = SimpleNamespace(pw_name="mentoring_staff", pw_uid=4321, pw_gid=4322, pw_dir="/nowhere")
    monkeypatch.setattr(pwd, "getpwnam", {"mentoring_staff": known}.__getitem__)
    for name in ("setgid", "setuid", "initgroups", "execve", "umask", "chdir"):
        monkeypatch.setattr(os, name, lambda *given, name=name: steps.append((name, *given)))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    (tmp_path / "common.env").write_text(WRITTEN)
    (tmp_path / "staff.env").write_text("MENTORING_PROCESS=staff\nSITE_URL=https://other.test.example\n")

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", [str(WRAPPER), "--etc", str(tmp_path), *arguments])
        runpy.run_path(str(WRAPPER), run_name="__main__")
        return steps

    return run


def test_values_arrive_as_they_are_written(wrapper, monkeypatch):
    monkeypatch.setenv("SECRET_OF_ROOT", "stays here")
    *_steps, (_name, python, command, env) = wrapper("staff", "check", "--deploy")

    assert command == [python, "manage.py", "check", "--deploy"] and python.endswith("/.venv/bin/python")
    assert env["DEFAULT_FROM_EMAIL"] == "Mentoring <a@b.test>"
    assert env["CONTACT_NAME"] == 'Grace "the Dean" O\'Hara $HOME'
    assert (env["MAIL_KEY"], env["MENTORING_PROCESS"]) == ("a=b#c", "staff")
    assert env["SITE_URL"] == "https://other.test.example"
    assert not {"OPERATOR_CONTACT", "SECRET_OF_ROOT"} & env.keys()


def test_it_is_the_user_of_the_process_before_the_command_runs(wrapper):
    names = [step for step in wrapper("staff", "check") if step[0] != "execve"]

    assert names[-3:] == [("setgid", 4322), ("initgroups", "mentoring_staff", 4322), ("setuid", 4321)]


def test_another_value_for_once(wrapper):
    assert wrapper("--set", "MAIL_KEY=x=y", "staff", "check")[-1][3]["MAIL_KEY"] == "x=y"


@pytest.mark.parametrize("line", ("NAME='x'", 'NAME="x"', "NAME=a\\b", "export NAME=x", "name=x"))
def test_what_systemd_would_read_otherwise_is_refused(line, wrapper, tmp_path):
    (tmp_path / "staff.env").write_text(f"{line}\n")
    with pytest.raises(SystemExit, match=r"staff\.env, line 1"):
        wrapper("staff", "check")


@pytest.mark.parametrize(
    ("arguments", "why"), ((("member", "check"), r"member\.env: No such file"), (("nobody", "check"), "2"))
)
def test_what_is_not_there_is_said_in_a_line(arguments, why, wrapper):
    with pytest.raises(SystemExit, match=why):
        wrapper(*arguments)


def test_only_root_becomes_somebody_else(wrapper, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match="run it as root"):
        wrapper("staff", "check")
