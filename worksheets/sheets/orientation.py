"""The orientation as a worksheet: its questions are the prompts, its answers their writer's alone."""

from django.utils.translation import gettext as _

from guidance.orientation.screens import ROLES, languages_of, screens
from worksheets.sheets.markdown import Prompt, Sheet

BEGINS = "orientation-"


def slug_of(role):
    """The name of its worksheet."""
    return BEGINS + role


def role_of(slug):
    """Whose orientation a worksheet of this name is; "" for any other."""
    role = slug.removeprefix(BEGINS)
    return role if slug.startswith(BEGINS) and role in ROLES else ""


def orientation_sheet(slug, language):
    """Its Sheet as readers of this language get it."""
    shown = screens(role_of(slug), language)
    titles = {"mentee": _("Orientation for mentees"), "mentor": _("Orientation for mentors")}
    intro = _("The questions of the orientation. Nobody but you can read your answers.")
    prompts = tuple(Prompt(screen.question, screen.title) for screen in shown)
    return Sheet(slug, shown[0].language, titles[role_of(slug)], intro, prompts)


def wordings(slug):
    """The questions in each language in which it is written, in one order."""
    role = role_of(slug)
    return [[screen.question for screen in screens(role, code)] for code in languages_of(role)]
