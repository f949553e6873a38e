"""What the documents name is there: files, and the numbers that comments and tests point to."""

import re

import pytest
from django.conf import settings

ROOT = settings.BASE_DIR
DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    *(f"docs/{name}.md" for name in ("architecture", "promises", "security", "asvs", "findings")),
)
PATH = re.compile(r"`((?:[a-z_]+/)+[a-z_]+\.(?:py|html|json|md))`")
NUMBER = re.compile(r"\bP(\d{1,2})\b")


def missing(text):
    """Paths between backticks that are no file."""
    return [path for path in PATH.findall(text) if not (ROOT / path).exists()]


def our_files():
    """Every Python file of the checkout, but what is installed or made."""
    return [path for path in ROOT.rglob("*.py") if path.relative_to(ROOT).parts[0] not in {".venv", "var"}]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_that_is_named_is_there(name):
    assert missing((ROOT / name).read_text()) == []


def test_a_file_that_is_gone_is_seen():
    assert missing("shown by `mail/tests/test_gone.py`, and by `mail/services.py`") == [
        "mail/tests/test_gone.py"
    ]


def test_every_promise_that_code_names_has_its_row():
    promises = (ROOT / "docs" / "promises.md").read_text()
    rows = {int(number) for number in re.findall(r"^\| P(\d+) \|", promises, re.MULTILINE)}
    named = {int(number) for path in our_files() for number in NUMBER.findall(path.read_text())}

    assert len(rows) >= 40
    assert named - rows == set()
