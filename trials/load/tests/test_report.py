"""The figures of a load trial are what they say, and each goal can be missed."""

import pytest

from trials.load.report import faults, figures, grown, percentile
from trials.load.visitors import Answer

STEADY = [{"second": n, "worker": 200, "connections": 12} for n in range(0, 90, 5)]


def answers(*times, wrong=""):
    return [Answer("home", ms, wrong) for ms in times]


@pytest.mark.parametrize(("share", "value"), [(0.5, 51), (0.95, 96), (0.99, 100), (1.0, 100)])
def test_a_percentile_is_one_of_the_values(share, value):
    assert percentile(range(1, 101), share) == value


def test_all_come_first_and_each_page_after_them():
    rows, wrong = figures(
        [*answers(10, 30), Answer("pair", 20, "pair: 500"), Answer("pair", 20, "pair: 500")]
    )

    assert list(rows) == ["all", "home", "pair"]
    assert (rows["all"]["count"], rows["all"]["largest"], rows["home"]["count"]) == (4, 30, 2)
    assert wrong == {"pair: 500": 2}


def test_within_the_goals_nothing_is_missed():
    assert list(faults(*figures(answers(*[299] * 99, 700)), STEADY)) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (answers(*[301] * 100), ["p95 301 ms, more than 300"]),
        (answers(*[10] * 98, 900, 900), ["p99 900 ms, more than 800"]),
        (answers(10, wrong="home: 500"), ["1 x home: 500"]),
    ],
)
def test_each_goal_can_be_missed(given, said):
    assert list(faults(*figures(given), STEADY)) == said


@pytest.mark.parametrize(("name", "more"), [("worker", 6), ("connections", 1)])
def test_what_goes_on_growing_is_found(name, more):
    growing = [sample | {name: sample[name] + more * n} for n, sample in enumerate(STEADY)]

    assert list(grown(growing)) == [name]
    assert grown(STEADY) == {}
    assert grown(STEADY[:2]) == {}
