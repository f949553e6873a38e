"""The files of deploy/env: each setting that the code reads, once, where it belongs; and nothing that it does not."""

import json
import re

import pytest

from mentoring.lib.tests.processes import ROOT, python
from trials.deploy.units import DEPLOY

WHO = ("owner", "member", "staff", "worker")
NAMED = re.compile(r"^(#?)([A-Z][A-Z0-9_]*)=(.*)$", re.MULTILINE)
# Of the demonstration and of who works on the code.
NOT_THERE = {"DEMO", "DEBUG"}
# Each has its own of these.
EACH = {"MENTORING_PROCESS", "DATABASE_URL", "SECRET_KEY"}
ASKED = """
import json, os
names = set()
class Asked(dict):
    def get(self, name, default=None):
        names.add(name)
        return super().get(name, default)
from mentoring.lib import env
env.os = type("os", (), {**vars(os), "environ": Asked(os.environ)})
import mentoring.settings
print(json.dumps(sorted(names)))
"""


def settings_in(name):
    """{setting: (is it set?, value)} of a file, as it is delivered."""
    text = (DEPLOY / "env" / f"{name}.env").read_text()
    return {setting: (not off, value) for off, setting, value in NAMED.findall(text)}


@pytest.fixture(scope="module")
def read_by(tmp_path_factory):
    """{process: the names of the settings that it reads}."""
    folder = tmp_path_factory.mktemp("settings")
    found = {}
    for process in ("member", "staff", "worker"):
        done = python(ASKED, folder, MENTORING_PROCESS=process)
        assert done.returncode == 0, done.stderr
        found[process] = set(json.loads(done.stdout))
    return found


def test_every_setting_that_is_read_stands_in_a_file(read_by):
    named = set().union(*(settings_in(name) for name in ("common", *WHO)))

    assert set().union(*read_by.values()) - named == NOT_THERE


@pytest.mark.parametrize("who", ("member", "staff", "worker"))
def test_what_stands_in_its_file_is_read_by_the_process(who, read_by):
    assert settings_in(who).keys() - read_by[who] == set()
    assert settings_in("common").keys() - set().union(*read_by.values()) == set()


def test_each_setting_is_explained_in_one_place(read_by):
    files = [settings_in(name).keys() for name in ("common", *WHO)]
    again = {name for name in set().union(*files) if sum(name in file for file in files) > 1}

    assert again == EACH | {"CASE_KEYRING"}
    assert all(settings_in(who).keys() >= EACH for who in WHO)


def test_secrets_of_one_process_are_in_no_other_file():
    rings = {who: {name for name in settings_in(who) if "KEY" in name} for who in WHO}

    assert rings == {
        "owner": {"SECRET_KEY"},
        "member": {"SECRET_KEY", "CONFIDENTIAL_KEYRING", "CASE_KEYRING"},
        "staff": {"SECRET_KEY", "CASE_KEYRING"},
        "worker": {"SECRET_KEY", "FIGURES_KEY"},
    }


def test_every_line_is_a_remark_or_a_setting_and_every_setting_has_a_remark_before_it():
    for name in ("common", *WHO):
        text = (DEPLOY / "env" / f"{name}.env").read_text()
        for paragraph in text.split("\n\n"):
            assert all(
                line.startswith("#") or NAMED.fullmatch(line) for line in paragraph.strip().splitlines()
            ), name
        assert text.startswith("# ")


def test_the_readme_has_each_of_them(read_by):
    table = (ROOT / "README.md").read_text()

    assert {name for name in set().union(*read_by.values()) if f"`{name}`" not in table} == set()
