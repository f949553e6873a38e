"""A key ring that is written for a test."""

import pytest


@pytest.fixture
def file(tmp_path):
    """`file(text)`: a private file with that text."""

    def write(text):
        path = tmp_path / "ring"
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
        return path

    return write
