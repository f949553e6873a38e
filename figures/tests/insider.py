"""An insider who has every frozen table of a year and knows everybody but one: how often are they right?

They know the rules and the program, every other member's every fact in every month, and what the one would change;
they do not know the key. They try thousands of keys of their own, look how often each history of each line comes
with the one and without, and weigh what was published by that. Half of the time the one is there.
"""

import math
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from figures.counting import TABLES
from figures.rounding import Answers, Days, Mentees, People, Rounding

KEYS, TRIED = 600, 300
UNSEEN = 0.3  # the weight of a history that none of the tried keys gave


def published(key, _month, group, line):
    """As the programme does it: one key, for good."""
    return rounding(key).publish(group, spread=line.table.spread, step=line.table.step)


@lru_cache(maxsize=KEYS + TRIED)
def rounding(key):
    """Kept: what a key draws for somebody is drawn once for all lines."""
    return Rounding(key)


@dataclass(frozen=True)
class Line:
    """One line of one table over the months: its groups with the one in question and without."""

    table: object
    row: object
    groups: tuple  # {True: group, False: group}, for each month

    def histories(self, key, publish):
        """{True: with the one, False: without}: what is published of it, month by month."""
        months = [self._month(key, month, publish) for month in range(len(self.groups))]
        return {here: tuple(numbers[here] for numbers in months) for here in (True, False)}

    def _month(self, key, month, publish):
        group = self.groups[month]
        there = publish(key, month, group[True], self)
        same = group[True] is group[False]
        return {True: there, False: there if same else publish(key, month, group[False], self)}


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
        two = tuple(_with_and_without(group, target) for group in groups)
        if any(group[True] is not group[False] for group in two):
            yield Line(table, row, two)


def _with_and_without(group, target):
    """The two groups; one object where the member is not in it."""
    other = without(group, target)
    return {True: group, False: group if other == group else other}


def without(group, target):
    """The same group as if the member were not in it."""
    if isinstance(group, Days):
        return Days({who: value for who, value in group.of.items() if who != target})
    if isinstance(group, Mentees):
        return replace(group, members=group.members - {target})
    return group if isinstance(group, Answers) else People(group.members - {target})


def right(lines, publish=published):
    """In how many of 100 cases the insider is right: the better of two ways to weigh."""
    tried = _told(lines, [f"k{number}" for number in range(KEYS)], publish)
    real = _told(lines, [f"r{number}" for number in range(TRIED)], publish)
    return max(_right(tried, real, by_month) for by_month in (False, True))


def _told(lines, keys, publish):
    """For each line what it shows with each key."""
    return list(zip(*([line.histories(key, publish) for line in lines] for key in keys), strict=True))


def _right(tried_of_lines, real_of_lines, by_month):
    weighed = Counter()
    for tried, real in zip(tried_of_lines, real_of_lines, strict=True):
        for weight in _weights(tried, by_month):
            for number, histories in enumerate(real):
                for here, history in histories.items():
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
    months = range(len(tried[0][True]))
    return [_weight(tried, lambda history, month=month: history[month]) for month in months]


def _weight(tried, part):
    """How much likelier a history is with the one than without."""
    seen = {here: Counter(part(histories[here]) for histories in tried) for here in (True, False)}
    shown = {*seen[True], *seen[False]}
    evidence = {each: _likelier(seen[True][each], seen[False][each]) for each in shown}
    return lambda history: evidence.get(part(history), 0.0)


def _likelier(present, absent):
    return math.log((present + UNSEEN) / (absent + UNSEEN))
