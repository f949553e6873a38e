"""The list of tables, and how one is declared."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from figures.rounding import SPREAD, STEP, People
from mentoring.lib.registry.base import Registry
from profiles.vocabulary import words

# How a table is drawn (figures/plots.py).
LINE, BARS, STACKED, DOTS = "line", "bars", "stacked", "dots"
PEOPLE, DAYS, EMAILS = _("people"), _("days"), _("emails")


@dataclass(frozen=True)
class Table:
    """One table. `rows` and `series` are {key: label}, in their order, or the name of a vocabulary for its terms.

    Of `typed` rows the keys are what members typed: only those with enough people are named. `share` is (part, whole)
    of which the caption tells the share. `empty` makes the group of a row that counts nobody. `spread`, `step`:
    see figures.rounding. `quarterly` tables appear in March, June, September and December: the twelve months behind
    them hardly differ by month, and each look at them tells a little. So do `breakdown` tables of few members.
    """

    key: str
    section: str
    title: Any
    plot: str
    count: Callable
    rows: Any
    series: Any = field(default_factory=lambda: {"": ""})
    breakdown: bool = False
    quarterly: bool = False
    typed: bool = False
    share: tuple[str, str] | None = None
    unit: Any = PEOPLE
    spread: int = SPREAD
    step: int = STEP
    empty: Callable = People
    note: Any = ""

    def row_labels(self):
        """{key: label} of its rows, in the language of the page."""
        if not isinstance(self.rows, str):
            return self.rows
        return {term.slug: term.name for term in words().offered(self.rows)} | OTHERS


OTHERS = {"": _("Not told, or another")}
# The questions of a board, in its order: (section, question).
SECTIONS = {
    "reach": _("Does it reach people?"),
    "asking": _("Is it safe to ask, and how fast is the answer?"),
    "mentorships": _("Do mentorships start, last and end well?"),
    "supply": _("Are there enough mentors?"),
    "worth": _("Is it worth it to people?"),
    "care": _("Is it safe, and what does it take?"),
}
TABLES: Registry[Table] = Registry()
# What the product does not record yet. The page says so; each becomes one declaration once it does.
NOT_COUNTED = (
    _("rural libraries: profiles do not say it"),
    _("requests that a mentor passed on or talked over before answering"),
    _("reasons for ending a mentorship: nobody is asked"),
    _("the time that coordinators spend"),
)


def table(key, **declared):
    """Decorator of count(month): declare a table. DeclaredTwice for a second one of that key."""

    def keep(count):
        TABLES.add(key, Table(key=key, count=count, **declared))
        return count

    return keep
