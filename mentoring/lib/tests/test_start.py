"""What a process starts with, and what it refuses to start without (P8, P9)."""

import pytest

from mentoring.lib.tests.processes import python
from mentoring.lib.vault import keyring

RING = "from django.conf import settings; print(repr(settings.CONFIDENTIAL_KEYRING))"


def rings(tmp_path):
    """Rings that are no rings."""
    for name, text in {"empty": "", "short": "1 c2hvcnQ=\n", "open": "1 x\n"}.items():
        path = tmp_path / name
        path.write_text(text)
        path.chmod(0o644 if name == "open" else 0o600)
        yield path
    yield tmp_path / "nothing"


def test_the_member_site_does_not_start_without_a_sound_ring(tmp_path):
    """P9: one clear line, and no server."""
    for path in rings(tmp_path):
        found = python(
            "import mentoring.wsgi", tmp_path, MENTORING_PROCESS="member", CONFIDENTIAL_KEYRING=str(path)
        )

        assert found.returncode != 0
        assert len(found.stderr.splitlines()) == 1, found.stderr
        assert found.stderr.startswith("CONFIDENTIAL_KEYRING: ")
        assert found.stdout == ""


def test_the_member_site_starts_with_its_ring(tmp_path):
    """P9, the other way round: the test above can fail."""
    for name in ("ring", "cases"):
        keyring.create_ring(tmp_path / name)
    (tmp_path / "static").mkdir()
    given = {"CONFIDENTIAL_KEYRING": str(tmp_path / "ring"), "CASE_KEYRING": str(tmp_path / "cases")}
    found = python("import mentoring.wsgi", tmp_path, MENTORING_PROCESS="member", **given)
    without = python(
        "import mentoring.wsgi", tmp_path, MENTORING_PROCESS="member", **given | {"CASE_KEYRING": "x"}
    )

    assert (found.returncode, found.stderr) == (0, "")
    assert (without.returncode, without.stderr) == (4, "CASE_KEYRING: The key ring x is missing.\n")


@pytest.mark.parametrize("process", ("staff", "worker"))
def test_staff_and_worker_never_hold_the_ring(process, tmp_path):
    """Not even where the variable is set and the file is there."""
    for name in ("ring", "case-keyring"):
        keyring.create_ring(tmp_path / name)
    given = {"MENTORING_PROCESS": process, "CONFIDENTIAL_KEYRING": str(tmp_path / "ring")}

    assert python(RING, tmp_path, **given).stdout.strip() == "''"
    assert (
        python(
            "import mentoring.wsgi; from mentoring.lib.vault import load_ring; load_ring()", tmp_path, **given
        )
        .stderr.strip()
        .endswith("KeyRingError: This process has no key ring.")
    )


@pytest.mark.parametrize(
    "odd",
    (
        {"MENTORING_PROCESS": "root"},
        {"SECRET_KEY": "short"},
        {"DEBUG": "perhaps"},
        {"SITE_URL": "ftp://example.org"},
        {"DATABASE_URL": "mysql://x/y"},
        {"REDIS_URL": "http://x"},
        {"EMAIL_URL": "pigeon://x"},
    ),
    ids=lambda odd: next(iter(odd)),
)
def test_an_odd_setting_stops_the_start_with_one_line(odd, tmp_path):
    """P9."""
    found = python("import django; django.setup()", tmp_path, **odd)

    assert found.returncode != 0
    assert len(found.stderr.splitlines()) == 1, found.stderr
    assert found.stderr.startswith(f"{next(iter(odd))}: ")
