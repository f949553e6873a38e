"""Parts of the machine that a test needs and that may be missing."""

import os

import pytest

CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def missing(what, brings):
    """Skip, and say why; where everything has to run, fail."""
    (pytest.fail if CI else pytest.skip)(f"{what} is not here: {brings}")
