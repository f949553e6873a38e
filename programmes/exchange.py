"""Programmes in the file that another association can start from: what they say, never who takes part.

Each comes in as a draft. One that is there already (by its code) stays as it is.
"""

from datetime import timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from mentoring.lib.registry.handover import ImportPlan
from mentoring.lib.text import tidy
from programmes.models import Milestone, Programme, TrainingPage

DAYS = ("sign_up_from", "sign_up_until", "starts_on", "ends_on")
TEXTS = (
    *("name", "kind", "qualification", "summary", "description", "commitment", "objectives", "who"),
    "paired_by",
)
NUMBERS = ("weeks", "places", "sees")
OF_A_MILESTONE = ("kind", "title", "text", "place")
MOST, MOST_PARTS, MOST_DAYS = 50, 200, 3650


def export_programmes():
    """A list of all of them, with their milestones (by the days after the first day) and pages."""
    return [_exported(one) for one in Programme.objects.order_by("pk")]


def _exported(programme):
    days = {name: (day := getattr(programme, name)) and day.isoformat() for name in DAYS}
    milestones = [
        {name: getattr(one, name) for name in OF_A_MILESTONE}
        | {"minutes": one.minutes, "days": (one.day - programme.starts_on).days if one.day else None}
        for one in programme.milestones.held()
    ]
    pages = [{"title": page.title, "text": page.text} for page in programme.pages.all()]
    said = {name: getattr(programme, name) for name in (*TEXTS, *NUMBERS)}
    return {"code": str(programme.code), **said, **days, "milestones": milestones, "pages": pages}


def read_programmes(data):
    """The plan for what another programme exported."""
    if not isinstance(data, list) or len(data) > MOST:
        return ImportPlan([_("Programmes: expected a list, in square brackets, of fifty at most.")])
    problems, new = [], []
    for place, given in enumerate(data, start=1):
        try:
            rows = _read(given)
        except (ValidationError, TypeError, ValueError, KeyError, AttributeError) as error:
            said = ", ".join(error.messages) if isinstance(error, ValidationError) else _("not as exported")
            problems.append(_("Programmes, number %(n)d: %(why)s.") % {"n": place, "why": said.rstrip(".")})
            continue
        if not Programme.objects.filter(code=rows[0].code).exists():
            new.append(rows)
    changes = [_("Programme, as a draft: %(name)s.") % {"name": programme.name} for programme, *_rows in new]
    return ImportPlan(problems, changes, lambda by: _keep(new))


def _read(given):
    """(programme, milestones, pages), checked and not saved."""
    if given.keys() - {"code", *TEXTS, *NUMBERS, *DAYS, "milestones", "pages"}:
        raise ValueError("a name that is not known")
    texts = {name: tidy(given.get(name, "")) for name in TEXTS}
    days = {name: parse_date(given[name]) if given.get(name) else None for name in DAYS}
    numbers = {name: given.get(name) for name in NUMBERS}
    programme = Programme(code=UUID(given["code"]), **texts, **days, **numbers)
    programme.clean_fields(exclude=["last_day"])
    if not programme.ends_on and not programme.weeks:
        raise ValidationError({"ends_on": _("Enter the last day.")})
    programme.last_day = programme.end_of_pair(programme.sign_up_until)
    programme.validate_constraints(exclude=["code"])
    parts = given.get("milestones", [])[:MOST_PARTS], given.get("pages", [])[:MOST_PARTS]
    return programme, [_milestone(programme, one) for one in parts[0]], [_page(one) for one in parts[1]]


def _milestone(programme, given):
    texts = {name: tidy(given.get(name, "")) for name in OF_A_MILESTONE}
    days = given.get("days")
    if days is not None and abs(days) > MOST_DAYS:
        raise ValueError("a day too far away")
    due_on = None if days is None else programme.starts_on + timedelta(days=days)
    milestone = Milestone(**texts, minutes=given.get("minutes", 60), due_on=due_on)
    milestone.clean_fields(exclude=["programme"])
    return milestone


def _page(given):
    page = TrainingPage(title=tidy(given["title"]), text=tidy(given["text"]))
    page.clean_fields(exclude=["programme"])
    return page


def _keep(new):
    for programme, milestones, pages in new:
        programme.save()
        for position, row in enumerate([*milestones, *pages], start=1):
            row.programme = programme
            if isinstance(row, TrainingPage):
                row.position = position
            row.save()


def nothing_shipped():
    """None is shipped: each programme of this association is said by its name."""
    today = timezone.localdate()
    for programme in Programme.objects.not_over(today).order_by("starts_on", "pk"):
        yield _("Programme"), programme.name, _("none")
