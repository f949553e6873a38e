"""The commands of docs/deployment.md: they can be read by a shell, and name what is there."""

import re
import subprocess

import pytest

from trials.deploy.blocks import blocks, packages
from trials.deploy.units import DEPLOY
from trials.harness.environment import ROOT

FILE = re.compile(r"\bdeploy/[\w./*-]+")


def test_there_are_commands_for_each_step_that_has_some():
    assert [block.step for block in blocks()] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
    assert {"postgresql", "redis-server", "caddy", "python3-venv"} <= set(packages())


@pytest.mark.parametrize("block", list(blocks()), ids=lambda block: f"step {block.step}")
def test_a_shell_can_read_them(block):
    assert subprocess.run(["bash", "-n"], input=block.commands, text=True, capture_output=True).stderr == ""


def test_what_they_take_is_there():
    named = set(FILE.findall("".join(block.commands for block in blocks())))

    assert len(named) > 6
    assert [name for name in named if not list(ROOT.glob(name))] == []


def test_every_file_for_an_operator_is_in_the_instructions():
    text = (ROOT / "docs" / "deployment.md").read_text()
    taken = {path for name in FILE.findall(text) for path in ROOT.glob(name.rstrip("."))}
    by_compose = {DEPLOY / "postgres/logins.sh"}
    folders = {path for folder in taken if folder.is_dir() for path in folder.rglob("*")}

    assert {path for path in DEPLOY.rglob("*") if path.is_file()} - taken - folders - by_compose == set()


def test_a_block_for_somebody_else_is_not_typed():
    text = "**3. One.**\n\n```sh\nls\n```\n\n```\nnot this\n```\n"

    assert list(blocks(text)) == [(3, "ls\n")]
