"""The mentee's goals. The mentor reads them; only the mentee changes anything."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mentoring.lib.access import login_required_keep_post
from mentoring.lib.paging import page_of, pages_of
from mentorships.forms.goals import GoalForm, ProgressForm, StepForm
from mentorships.goals import as_shown, goals_of, steps_in_words, steps_of
from mentorships.models import Progress
from mentorships.services import goals as services
from mentorships.services.locking import Conflict
from mentorships.templatetags.private import plain
from mentorships.views.mentee_only import ended, goal_context, mine_or_403, warn_of
from mentorships.views.pair import done, pair_or_404

TEXTS = ("title", "why", "readings")


@sensitive_variables()
@require_safe
@login_required_keep_post
def goal_list(request, code):
    """All goals, each with its next step."""
    mentorship = pair_or_404(request, code)
    page = page_of(goals_of(mentorship), request.GET.get("page"))
    context = goal_context(request, mentorship) | {
        "goals": [as_shown(goal) for goal in page],
        "pages": pages_of(page),
        "said": steps_in_words(*steps_of(mentorship)),
    }
    return render(request, "mentorships/goal_list.html", context)


@sensitive_variables()
@require_safe
@login_required_keep_post
def goal_detail(request, code, goal):
    """One goal: why, the steps, what to read."""
    mentorship = pair_or_404(request, code)
    return goal_page(request, mentorship, goal, StepForm())


def goal_page(request, mentorship, goal, step_form, status=200):
    """The page of a goal, with a form for the next step: empty, or as it was sent."""
    row = get_object_or_404(goals_of(mentorship), code=goal)
    context = goal_context(request, mentorship) | as_shown(row)
    context |= {"step_form": step_form, "marks": Progress.choices}
    return render(request, "mentorships/goal_detail.html", context, status=status)


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
@login_required_keep_post
def goal_new(request, code):
    """Set a goal."""
    mentorship = mine_or_403(request, code)
    return ended(request, mentorship) or _goal_form(
        request, mentorship, lambda facts: services.add_goal(mentorship, by=request.user, **facts)
    )


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
@login_required_keep_post
def goal_edit(request, code, goal):
    """Put a goal in other words."""
    mentorship = mine_or_403(request, code)
    row = get_object_or_404(mentorship.goals, code=goal)
    return ended(request, mentorship) or _goal_form(
        request, mentorship, lambda facts: services.change_goal(row, by=request.user, **facts), row
    )


def _goal_form(request, mentorship, keep, row=None):
    before = {"due_on": row.due_on, **{name: plain(row, name) for name in TEXTS}} if row else None
    form = GoalForm(request.POST if request.method == "POST" else None, initial=before)
    if form.is_valid():
        try:
            kept = keep(form.cleaned_data)
        except Conflict as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Your goal is kept."))
            warn_of(request, kept.due_on)
            return redirect("goal_detail", mentorship.code, kept.code)
    context = goal_context(request, mentorship) | {"form": form, "goal": row}
    return render(request, "mentorships/goal_form.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required_keep_post
def goal_delete(request, code, goal):
    """Delete a goal with its steps: asked first, since it cannot be undone."""
    mentorship = mine_or_403(request, code)
    row = get_object_or_404(mentorship.goals, code=goal)
    if request.method == "POST":
        return done(request, services.remove_goal, row, _("The goal is gone."), "goal_list", code)
    context = goal_context(request, mentorship) | {"goal": row, "steps": row.steps.count()}
    return ended(request, mentorship) or render(request, "mentorships/goal_delete.html", context)


@require_POST
@login_required_keep_post
def goal_progress(request, code, goal):
    """Say how far it is."""
    row = get_object_or_404(mine_or_403(request, code).goals, code=goal)
    form = ProgressForm(request.POST)
    if not form.is_valid():
        return redirect("goal_detail", code, goal)
    progress = form.cleaned_data["progress"]
    said = _("Marked: %(progress)s.") % {"progress": Progress(progress).label}
    return done(
        request, services.set_progress, row, said, "goal_detail", code, goal, progress=progress
    )
