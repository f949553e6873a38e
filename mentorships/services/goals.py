"""The verbs of goals and their steps: of whoever set the goal."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from mentoring.lib.idempotency import recent_duplicate, set_done
from mentorships.models import Goal, Step
from mentorships.services.locking import Conflict, check_still_there, lock_mentorship

MOST_STEPS = 100


@transaction.atomic
def add_goal(mentorship, *, by, title, why="", readings="", due_on=None):
    """Set a goal. The same again within a minute is a double click: one goal."""
    lock_mentorship(mentorship, by)
    goal = {"title": title, "why": why, "readings": readings, "due_on": due_on}
    same = recent_duplicate(mentorship.goals.filter(author=by), "written_at", **goal)
    return same or _saved(Goal(mentorship=mentorship, author=by, **goal))


@transaction.atomic
def change_goal(goal, *, by, title, why, readings, due_on):
    """Put it in other words, or on another day."""
    lock_mentorship(goal.mentorship, by)
    check_still_there(goal)
    goal.title, goal.why, goal.readings, goal.due_on = title, why, readings, due_on
    return _saved(goal)


def _saved(goal_or_step):
    goal_or_step.save()
    return goal_or_step


@transaction.atomic
def set_progress(goal, *, by, progress):
    """Say how far it is."""
    lock_mentorship(goal.mentorship, by)
    Goal.objects.filter(pk=goal.pk).update(progress=progress)


@transaction.atomic
def remove_goal(goal, *, by):
    """Delete it with its steps, for good."""
    lock_mentorship(goal.mentorship, by)
    goal.delete()


@transaction.atomic
def add_step(goal, *, by, text, due_on=None):
    """One more next step. The same again within a minute is a double click: one step."""
    lock_mentorship(goal.mentorship, by)
    check_still_there(goal)
    mine = goal.steps.filter(author=by)
    if same := recent_duplicate(mine, "written_at", text=text, due_on=due_on):
        return same
    if goal.steps.count() >= MOST_STEPS:
        raise Conflict(
            _("Delete some steps first, or start another goal. This one already has a hundred steps.")
        )
    return _saved(Step(goal=goal, author=by, text=text, due_on=due_on))


@transaction.atomic
def change_step(step, *, by, text, due_on):
    """Put a step in other words, or on another day."""
    lock_mentorship(step.goal.mentorship, by)
    check_still_there(step)
    step.text, step.due_on = text, due_on
    return _saved(step)


@transaction.atomic
def set_step_done(step, *, by, done):
    """Done, or not done after all. A second click changes nothing."""
    lock_mentorship(step.goal.mentorship, by)
    set_done(Step.objects.filter(pk=step.pk), done=done)


@transaction.atomic
def remove_step(step, *, by):
    """Delete a step, for good."""
    lock_mentorship(step.goal.mentorship, by)
    step.delete()
