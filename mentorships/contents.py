"""Where agreement, goals and notes of a pair stand, in a few words; read in one statement."""

from django.db.models import Count, OuterRef, Q, Subquery
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorships.goals import in_words
from mentorships.models import Agreement, Goal, Mentorship, Note, Step


def _count(rows, path, **filters):
    here = rows.objects.filter(**{path: OuterRef("pk")}).order_by().values(path)
    return Subquery(here.annotate(n=Count("pk", filter=Q(**filters))).values("n"))


def state_of(mentorship):
    """Dates and numbers, no words. Notes that one keeps alone are not counted, for nobody."""
    versions = Agreement.objects.filter(mentorship=OuterRef("pk")).order_by("-number")
    waiting = versions.filter(agreed_at=None, replaced_at=None)
    return Mentorship.objects.filter(pk=mentorship.pk).values(
        agreed_at=Subquery(versions.exclude(agreed_at=None).values("agreed_at")[:1]),
        proposed_by=Subquery(waiting.values("author")[:1]),
        set_goals=_count(Goal, "mentorship"),
        steps=_count(Step, "goal__mentorship"),
        done=_count(Step, "goal__mentorship", done_at__isnull=False),
        kept_notes=_count(Note, "mentorship"),
    )[0]


def kept_rows(mentorship, reader, *, may_write):
    """(route, what, in other words, class) of what the two keep here."""
    state = state_of(mentorship)
    return [
        ("agreement", _("Agreement"), *_agreement(state, mentorship, reader, may_write)),
        ("goal_list", _("Goals"), *_goals(state)),
        ("note_list", _("Notes"), *_notes(state)),
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
        return in_words(state["done"], state["steps"]), ""
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
