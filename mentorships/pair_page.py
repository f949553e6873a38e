"""Where agreement, goals and notes of a pair stand, in a few words; read in one statement."""

from datetime import UTC
from typing import NamedTuple

from django.db import connection
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.registry.base import Hooks
from mentorships.goals import steps_in_words

# One statement by hand, 0.02 ms: three aggregates through the ORM take 0.67, and the pair's page, which
# asks this each time, takes 2.0. All values are parameters.
STATE = """
SELECT (SELECT max(agreed_at) FROM mentorships_agreement WHERE mentorship_id = %s),
       (SELECT max(author_id) FROM mentorships_agreement
         WHERE mentorship_id = %s AND agreed_at IS NULL AND replaced_at IS NULL),
       (SELECT count(*) FROM mentorships_goal WHERE mentorship_id = %s),
       (SELECT count(*) FROM mentorships_step s JOIN mentorships_goal g ON g.id = s.goal_id
         WHERE g.mentorship_id = %s),
       (SELECT count(s.done_at) FROM mentorships_step s JOIN mentorships_goal g ON g.id = s.goal_id
         WHERE g.mentorship_id = %s),
       (SELECT count(*) FROM mentorships_note WHERE mentorship_id = %s)
"""
PARTS = ("agreed_at", "proposed_by", "set_goals", "steps", "done", "kept_notes")


class Line(NamedTuple):
    """One line of the pair's page: a path below the pair's address, what it is, how it stands, a CSS class."""

    path: str
    label: str
    state: str
    kind: str = ""


class Section(NamedTuple):
    """What a room shows: its lines, and a sentence about what comes next ("" for none)."""

    lines: list
    next_step: str = ""


# (mentorship, reader, may_write=) -> Section. Each room registers its own in its hooks.py.
PAIR_PAGE = Hooks()


def sections(mentorship, reader, *, may_write):
    """(lines of all rooms, the first sentence about what comes next)."""
    shown = list(PAIR_PAGE.results(mentorship, reader, may_write=may_write))
    lines = [line for section in shown for line in section.lines]
    return lines, next((section.next_step for section in shown if section.next_step), "")


def state_of(mentorship):
    """Dates and numbers, no words. Notes that one keeps alone are not counted, for nobody."""
    with connection.cursor() as cursor:
        cursor.execute(STATE, [mentorship.pk] * len(PARTS))
        state = dict(zip(PARTS, cursor.fetchone(), strict=True))
    if isinstance(state["agreed_at"], str):  # SQLite gives a moment as text, in UTC
        state["agreed_at"] = parse_datetime(state["agreed_at"]).replace(tzinfo=UTC)
    return state


def own_section(mentorship, reader, *, may_write):
    """Agreement, goals and notes."""
    state = state_of(mentorship)
    return Section(
        [
            Line("agreement/", _("Agreement"), *_agreement(state, mentorship, reader, may_write)),
            Line("goals/", _("Goals"), *_goals(state)),
            Line("notes/", _("Notes"), *_notes(state)),
        ]
    )


def _agreement(state, mentorship, reader, may_write):
    if may_write and state["proposed_by"] not in (None, reader.pk):
        return _("a proposal needs your answer"), "attention"
    if may_write and state["proposed_by"]:
        name = mentorship.partner_of(reader).first_name
        return _("waiting for %(name)s to answer") % {"name": name}, ""
    if state["agreed_at"]:
        return _("agreed on %(day)s") % {"day": date_format(localtime(state["agreed_at"]))}, ""
    return _("nothing agreed yet"), "quiet-entry"


def _goals(state):
    if state["steps"]:
        return steps_in_words(state["done"], state["steps"]), ""
    if state["set_goals"]:
        return ngettext("%(n)d goal", "%(n)d goals", state["set_goals"]) % {"n": state["set_goals"]}, ""
    return _("none yet"), "quiet-entry"


def _notes(state):
    if state["kept_notes"]:
        return ngettext("%(n)d note", "%(n)d notes", state["kept_notes"]) % {"n": state["kept_notes"]}, ""
    return _("none yet"), "quiet-entry"
