"""The commands of docs/deployment.md, as somebody types them who follows it."""

import re
from typing import NamedTuple

from trials.harness.environment import ROOT

INSTRUCTIONS = ROOT / "docs" / "deployment.md"
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STEP = re.compile(r"^\*\*(\d+)\. ", re.MULTILINE)


class Block(NamedTuple):
    """One block of commands, and the number of the step that it belongs to."""

    step: int
    commands: str


def blocks(text=None):
    """Every block that is to be typed, in order. Blocks without `sh` are files, or for somebody else."""
    text = INSTRUCTIONS.read_text(encoding="utf-8") if text is None else text
    for found in BLOCK.finditer(text):
        numbers = STEP.findall(text[: found.start()])
        yield Block(int(numbers[-1]), found[1])


def packages():
    """The names of the Debian packages that are installed."""
    commands = "".join(block.commands for block in blocks())
    line = re.search(r"^apt-get install (.*)$", commands, re.MULTILINE)
    return [word for word in line[1].split() if not word.startswith("-")]
