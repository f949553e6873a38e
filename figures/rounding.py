"""From the people in a group to the number that is published: never exact, never of a few (docs/figures.md).

A count is moved up or down to a multiple of five by a secret key over the set of people in it. The person whose keyed
number is the smallest in the group decides which way: the same group shows the same number in every table, and a
group that changes by a few keeps its decision for most of the time. A decision drawn anew for every set would be
drawn anew each month, and the average of a year tells what one month hides (figures/tests/test_insider.py).
"""

import hmac
from dataclasses import dataclass, field
from statistics import median

STEP = 5
# The decision is drawn from so many numbers: 5 would move a count by at most 4, and tell too much of somebody who is
# counted in several tables. With 20 a published number is at most twelve away from the true one.
SPREAD = 20
# Of groups in which somebody stays for years. Who joins while nobody else comes or goes moves a number with a chance
# of one in STEP, and is in four of these tables.
STEP_OF_STANDING = 10
# What anybody who is signed in can count on the pages of members is only made even.
SPREAD_OF_WHAT_MEMBERS_SEE = 5
AWAY_AT_MOST = (SPREAD + STEP_OF_STANDING) // 2
# What is asked of a group is asked of its published number: a bound on the true one would tell when it is passed.
FIVE_FOR_SURE = 20  # published mentors and mentees of a count of mentorships: never fewer than five true ones
TEN_FOR_SURE = (
    25  # published people behind a median, or behind a region as members typed it: ten true ones at least
)
SHARE_OF = 20
SHARE_STEP = 5
LEFT_OUT_OF_MEDIANS = 5  # one person of so many, by the key: nobody knows whose days were looked at
_HALF = 2**64


@dataclass
class People:
    """A group of people, by their numbers."""

    members: set = field(default_factory=set)


@dataclass
class Mentees:
    """People in mentorships (or requests), each once, and who is on the other side."""

    members: set = field(default_factory=set)
    mentors: set = field(default_factory=set)

    def add(self, *, mentee, mentor):
        """One mentorship: one mentor with five mentees stays one person."""
        self.members.add(mentee)
        self.mentors.add(mentor)


@dataclass
class Days:
    """One value (a float: days, or emails) of each person, for their median."""

    of: dict = field(default_factory=dict)


@dataclass
class Answers:
    """A number of answers that are stored without people; `line` names it for good."""

    count: int
    line: str


class Rounding:
    """Rounds with one key. `key`: text, the same for good."""

    def __init__(self, key):
        self._key = key.encode()
        self._drawn = {}

    def publish(self, group, *, spread=SPREAD, step=STEP):
        """The number of a group as it is published: a multiple of `step`, a median, or None for too few to tell.

        0 stands for "0 to 5" (for a larger step, for fewer than that).
        """
        if isinstance(group, Days):
            return self._median(group.of)
        if isinstance(group, Answers):
            return to_step(group.count, self._draw(f"line {group.line}")[1], spread, step)
        count = self._count(group.members, spread, step)
        if isinstance(group, Mentees) and min(count, self._count(group.mentors)) < FIVE_FOR_SURE:
            return None
        return count

    def _count(self, members, spread=SPREAD, step=STEP):
        if not members:
            return 0
        _rank, offset = min(map(self._draw, members))
        return to_step(len(members), offset, spread, step)

    def _median(self, values):
        if self._count(values) < TEN_FOR_SURE:
            return None
        chosen = [value for who, value in values.items() if self._draw(who)[1] * LEFT_OUT_OF_MEDIANS >= 1]
        return round(median(chosen)) if chosen else None

    def _draw(self, what):
        """(rank, a number from 0 to 1) of a person or a line: chance to everybody without the key."""
        if what not in self._drawn:
            digest = hmac.digest(self._key, str(what).encode(), "sha256")
            self._drawn[what] = digest[:8], int.from_bytes(digest[8:16], "big") / _HALF
        return self._drawn[what]


def to_step(count, offset, spread, step):
    """The multiple of `step` that `offset` (from 0 to 1) chooses. On average over offsets it is the count itself."""
    moved = count / step + 0.5 + (offset - 0.5) * max(spread, step) / step
    number = max(int(moved // 1), 0) * step
    return 0 if number <= STEP else number


def share(part, whole):
    """Per cent in steps of five, from two published numbers; None where the whole is too small to tell."""
    if part is None or whole is None or whole <= SHARE_OF:
        return None
    return min(round(part * 100 / whole / SHARE_STEP) * SHARE_STEP, 100)
