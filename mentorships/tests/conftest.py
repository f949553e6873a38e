"""A goal of the pair, with words in each part."""

import pytest

from testing.settings_of_pairs import set_goal


@pytest.fixture
def goal(pair):
    return set_goal(pair, why="It frightens me.", readings="Try https://example.org/a first.")
