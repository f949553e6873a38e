"""The verbs of goals and their steps: the mentee's own."""

from django.db import transaction

from mentoring.lib import idempotency
from mentorships.models import Goal, Step
from mentorships.services.locking import check_still_there, lock_mentorship


@transaction.atomic
def add_goal(mentorship, *, by, **facts):
    """Set a goal."""
    lock_mentorship(mentorship, by)
    same = idempotency.recent_duplicate(mentorship.goals.filter(author=by), "written_at", **facts)
    return same or _saved(Goal(mentorship=mentorship, author=by), facts)


@transaction.atomic
def change_goal(goal, *, by, **facts):
    """Put it in other words, or on another day."""
    lock_mentorship(goal.mentorship, by)
    check_still_there(goal)
    return _saved(goal, facts)


def _saved(row, facts):
    for name, value in facts.items():
        setattr(row, name, value)
    row.save()
    return row


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
def add_step(goal, *, by, **facts):
    """One more next step."""
    lock_mentorship(goal.mentorship, by)
    check_still_there(goal)
    same = idempotency.recent_duplicate(goal.steps.filter(author=by), "written_at", **facts)
    return same or _saved(Step(goal=goal, author=by), facts)


@transaction.atomic
def change_step(step, *, by, **facts):
    """Put a step in other words, or on another day."""
    lock_mentorship(step.goal.mentorship, by)
    check_still_there(step)
    return _saved(step, facts)


@transaction.atomic
def set_step_done(step, *, by, done):
    """Done, or not done after all. A second click changes nothing."""
    lock_mentorship(step.goal.mentorship, by)
    idempotency.set_done(Step.objects.filter(pk=step.pk), done=done)


@transaction.atomic
def remove_step(step, *, by):
    """Delete a step, for good."""
    lock_mentorship(step.goal.mentorship, by)
    step.delete()
