"""Where agreement, goals and notes of a pair stand, in a few words; read in one statement."""

from datetime import UTC

from django.db import connection
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorships.goals import steps_in_words

# One statement by hand: the pair's page asks this each time, and putting six subqueries together
# through the ORM costs more than the rest of the page. All values are parameters.
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

# Rooms above this one put their rows on the page of a pair, and a sentence about what comes next:
# (mentorship, reader, may_write=) -> ([row, …], sentence or ""). Each registers when its app is ready.
PAIR_PAGE_SECTIONS = []


def sections_of_other_rooms(mentorship, reader, *, may_write):
    """(rows, the first sentence that says something) of all rooms above."""
    found = [told(mentorship, reader, may_write=may_write) for told in PAIR_PAGE_SECTIONS]
    rows = [row for each, _said in found for row in each]
    return rows, next((said for _rows, said in found if said), "")


def state_of(mentorship):
    """Dates and numbers, no words. Notes that one keeps alone are not counted, for nobody."""
    with connection.cursor() as cursor:
        cursor.execute(STATE, [mentorship.pk] * len(PARTS))
        state = dict(zip(PARTS, cursor.fetchone(), strict=True))
    if isinstance(state["agreed_at"], str):  # SQLite gives a moment as text, in UTC
        state["agreed_at"] = parse_datetime(state["agreed_at"]).replace(tzinfo=UTC)
    return state


def own_sections(mentorship, reader, *, may_write):
    """(path, what, in other words, class) of what the two keep here."""
    state = state_of(mentorship)
    return [
        ("agreement/", _("Agreement"), *_agreement(state, mentorship, reader, may_write)),
        ("goals/", _("Goals"), *_goals(state)),
        ("notes/", _("Notes"), *_notes(state)),
    ]


def _agreement(state, mentorship, reader, may_write):
    if may_write and state["proposed_by"] not in (None, reader.pk):
        return _("a proposal waits for you"), "attention"
    if may_write and state["proposed_by"]:
        name = mentorship.partner_of(reader).first_name
        return _("waiting for %(name)s") % {"name": name}, ""
    if state["agreed_at"]:
        return _("agreed on %(day)s") % {"day": date_format(localtime(state["agreed_at"]))}, ""
    return _("nothing agreed yet"), "quiet-entry"


def _goals(state):
    if state["steps"]:
        return steps_in_words(state["done"], state["steps"]), ""
    if state["set_goals"]:
        return ngettext("%(n)d goal", "%(n)d goals", state["set_goals"]) % {
            "n": state["set_goals"]
        }, ""
    return _("none yet"), "quiet-entry"


def _notes(state):
    if state["kept_notes"]:
        return ngettext("%(n)d note", "%(n)d notes", state["kept_notes"]) % {
            "n": state["kept_notes"]
        }, ""
    return _("none yet"), "quiet-entry"
