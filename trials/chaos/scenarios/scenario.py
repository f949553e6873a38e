"""What a scenario is."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Scenario:
    """`walk(workspace, planted)` makes it happen and returns its Outcome.

    `planted` is empty, or a name of `trials.chaos.planted`: then it may be a smaller one, and has to go wrong.
    """

    name: str
    title: str
    bound: str  # what counts as late, in words
    plants: tuple
    walk: Callable
