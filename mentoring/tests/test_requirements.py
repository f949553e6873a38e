"""What is installed is pinned with its hashes, and of one version wherever it is named."""

import re

import pytest
from django.conf import settings

from scripts import upgrade

ROOT = settings.BASE_DIR
HASHED = re.compile(r"^\S+==.*\\\n(?:\s+--hash=sha256:[0-9a-f]{64} ?\\?\n?)+", re.MULTILINE)


def pinned(file):
    return upgrade.versions((ROOT / file).read_text())


@pytest.mark.parametrize("file", upgrade.MADE.values())
def test_every_version_has_its_hashes(file):
    text = (ROOT / file).read_text()

    assert len(HASHED.findall(text)) == len(pinned(file)) > 1
    assert "upgrade" in text.splitlines()[1]


@pytest.mark.parametrize("name", upgrade.BASE - {"dev"})
def test_what_is_installed_beside_the_rest_is_of_the_same_version(name):
    base, both = pinned(upgrade.MADE["base"]), pinned(upgrade.MADE[name])

    assert {library: both[library] for library in base.keys() & both.keys()}.items() <= base.items()
    assert {**base, **both}.items() <= pinned(upgrade.MADE["dev"]).items()


@pytest.mark.parametrize("name", upgrade.MADE)
def test_what_is_asked_for_is_there(name):
    asked = [line.split("#")[0].strip() for line in (upgrade.LISTS / f"{name}.in").read_text().splitlines()]
    names = {
        re.split("[<>=]", line)[0].lower().replace("_", "-") for line in asked if line and line[0] != "-"
    }

    assert names <= pinned(upgrade.MADE[name]).keys()


def test_a_version_without_a_hash_is_seen():
    assert HASHED.findall("a==1 \\\n    --hash=sha256:" + "0" * 64 + "\nb==2\n") == [
        "a==1 \\\n    --hash=sha256:" + "0" * 64 + "\n"
    ]


def test_what_changed_is_said():
    before, after = upgrade.versions("A_b==1.0 \\\nc==2\n"), upgrade.versions("a-b==1.1 ; x\nd==1\n")
    assert list(upgrade.changes(before, after)) == ["a-b: 1.0 -> 1.1", "c: 2 -> gone", "d: new -> 1"]
