"""Goals as they are read: open ones by date, and how far they are in words."""

from django.db.models import Case, Count, F, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorships.models import Progress, Step

CLOSED = (Progress.REACHED, Progress.LET_GO)


def goals_of(mentorship):
    """Open ones by date, then those reached or let go; with their steps."""
    closed = Case(When(progress__in=CLOSED, then=Value(1)), default=Value(0))
    rows = mentorship.goals.order_by(closed, F("due_on").asc(nulls_last=True), "written_at", "pk")
    return rows.prefetch_related("steps")


def steps_of(mentorship):
    """(done, all) over every goal of the pair."""
    found = Step.objects.filter(goal__mentorship=mentorship).aggregate(
        done=Count("pk", filter=Q(done_at__isnull=False)), all=Count("pk")
    )
    return found["done"], found["all"]


def steps_in_words(done, of):
    """How many steps are done: one sentence, empty without steps."""
    words = ngettext("%(done)d of %(all)d step done", "%(done)d of %(all)d steps done", of)
    return words % {"done": done, "all": of} if of else ""


def as_shown(goal):
    """A goal with its steps: how many are done, and which is next."""
    steps = list(goal.steps.all())
    waiting = [step for step in steps if not step.done_at]
    waiting.sort(key=lambda step: (step.due_on is None, step.due_on, step.pk))
    return {
        "goal": goal,
        "steps": steps,
        "next": waiting[0] if waiting else None,
        "said": steps_in_words(len(steps) - len(waiting), len(steps)),
        "is_open": goal.progress not in CLOSED,
    }


def kindly(day):
    """What to say about a day that is past; empty for any other."""
    if day and day < timezone.localdate():
        return _("That date has already passed. We’ve saved it as you entered it, and you can change it.")
    return ""
