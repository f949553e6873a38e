"""An insider who has every frozen table of a year and knows everybody but one: how often are they right?

They know the rules and the program, every other member's every fact in every month, and what the one would change;
they do not know the key. They try thousands of keys of their own, look how often each history of each line comes
with the one and without, and weigh what was published by that. Half of the time the one is there.
"""

import math
from collections import Counter
from dataclasses import dataclass, replace

from figures.counting import TABLES
from figures.rounding import Answers, Days, Mentees, People, Rounding

KEYS, TRIED = 600, 300
UNSEEN = 0.3  # the weight of a history that none of the tried keys gave


def published(key, _month, group, line):
    """As the programme does it: one key, for good."""
    return rounding(key).publish(group, spread=line.table.spread, step=line.table.step)


_roundings = {}


def rounding(key):
    if key not in _roundings:
        _roundings[key] = Rounding(key)
    return _roundings[key]


@dataclass(frozen=True)
class Line:
    """One line of one table over the months: its groups with the one in question and without."""

    table: object
    row: object
    groups: tuple  # {True: group, False: group}, for each month

    def history(self, key, present, publish):
        """What is published of it, month by month."""
        return tuple(publish(key, month, group[present], self) for month, group in enumerate(self.groups))


def lines_about(target, months, *, tables):
    """Every line of these tables that this member (a number) changes."""
    found = []
    for key in tables:
        found += _lines_of(TABLES.get(key), target, months)
    return found


def _lines_of(table, target, months):
    shown = [month for month in months if month.ends_a_quarter or not table.quarterly]
    counted = [table.count(month) for month in shown]
    for row in {row for groups in counted for row in groups}:
        groups = [by_row.get(row, table.empty()) for by_row in counted]
        two = tuple({True: group, False: without(group, target)} for group in groups)
        if any(group[True] != group[False] for group in two):
            yield Line(table, row, two)


def without(group, target):
    """The same group as if the member were not in it."""
    if isinstance(group, Days):
        return Days({who: value for who, value in group.of.items() if who != target})
    if isinstance(group, Mentees):
        return replace(group, members=group.members - {target})
    return group if isinstance(group, Answers) else People(group.members - {target})


def right(lines, publish=published):
    """In how many of 100 cases the insider is right: the better of two ways to weigh."""
    return max(_right(lines, publish, by_month) for by_month in (False, True))


def _right(lines, publish, by_month):
    weighed = Counter()
    for line in lines:
        tried = {here: [line.history(f"k{n}", here, publish) for n in range(KEYS)] for here in (True, False)}
        real = {here: [line.history(f"r{n}", here, publish) for n in range(TRIED)] for here in (True, False)}
        for weight in _weights(tried, by_month):
            for here in (True, False):
                for number, history in enumerate(real[here]):
                    weighed[here, number] += weight(history)
    guessed = [
        _credit(weighed[here, n] if here else -weighed[here, n])
        for here in (True, False)
        for n in range(TRIED)
    ]
    return 100 * sum(guessed) / len(guessed)


def _credit(evidence):
    return 0.5 if abs(evidence) < 1e-9 else float(evidence > 0)


def _weights(tried, by_month):
    """Functions history -> evidence: of whole histories, or of each month by itself."""
    if not by_month:
        return [_weight(tried, lambda history: history)]
    months = range(len(tried[True][0]))
    return [_weight(tried, lambda history, month=month: history[month]) for month in months]


def _weight(tried, part):
    seen = {here: Counter(map(part, tried[here])) for here in (True, False)}
    return lambda history: math.log(
        (seen[True][part(history)] + UNSEEN) / (seen[False][part(history)] + UNSEEN)
    )
