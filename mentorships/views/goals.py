"""Goals: the mentee's, or those of both peers. Whoever set one changes it, the other reads it."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.pages import show_refusal
from mentoring.lib.paging import page_of, pages_of
from mentorships.forms.goals import GoalForm, ProgressForm, StepForm
from mentorships.goals import as_shown, goals_of, steps_in_words, steps_of
from mentorships.models import Progress
from mentorships.services import goals as services
from mentorships.services.locking import Conflict
from mentorships.templatetags.private import plain
from mentorships.views.goal_pages import ended, goal_context, goal_setter_page, my_goal_or_404, warn_of
from mentorships.views.pair import pair_page

TEXTS = ("title", "why", "readings")


@pair_page("GET")
def goal_list(request, mentorship):
    """All goals, each with its next step."""
    page = page_of(goals_of(mentorship), request.GET.get("page"))
    context = goal_context(request, mentorship) | {
        "goals": [as_shown(goal) for goal in page],
        "pages": pages_of(page),
        "said": steps_in_words(*steps_of(mentorship)),
    }
    return render(request, "mentorships/goal_list.html", context)


@pair_page("GET")
def goal_detail(request, mentorship, goal):
    """One goal: why, the steps, what to read."""
    return goal_page(request, mentorship, goal, StepForm())


def goal_page(request, mentorship, goal, step_form, status=200):
    """The page of a goal, with a form for the next step: empty, or as it was sent."""
    goal = get_object_or_404(goals_of(mentorship), code=goal)
    context = goal_context(request, mentorship, goal) | as_shown(goal)
    context |= {"step_form": step_form, "marks": Progress.choices}
    return render(request, "mentorships/goal_detail.html", context, status=status)


@goal_setter_page("GET", "POST")
def goal_new(request, mentorship):
    """Set a goal."""
    return ended(request, mentorship) or _goal_form(
        request, mentorship, keep=partial(services.add_goal, mentorship, by=request.user)
    )


@goal_setter_page("GET", "POST")
def goal_edit(request, mentorship, goal):
    """Put a goal in other words."""
    goal = my_goal_or_404(request, mentorship, goal)
    return ended(request, mentorship) or _goal_form(
        request, mentorship, keep=partial(services.change_goal, goal, by=request.user), goal=goal
    )


def _goal_form(request, mentorship, *, keep, goal=None):
    before = {"due_on": goal.due_on, **{name: plain(goal, name) for name in TEXTS}} if goal else None
    form = GoalForm(request.POST if request.method == "POST" else None, initial=before)
    if form.is_valid():
        with show_refusal(Conflict, form=form):
            kept = keep(**form.cleaned_data)
            messages.success(request, _("Goal saved."))
            warn_of(request, kept.due_on)
            return redirect("goal_detail", mentorship.code, kept.code)
    context = goal_context(request, mentorship) | {"form": form, "goal": goal}
    return render(request, "mentorships/goal_form.html", context)


@goal_setter_page("GET", "POST")
def goal_delete(request, mentorship, goal):
    """Delete a goal with its steps: asked first, since it cannot be undone."""
    goal = my_goal_or_404(request, mentorship, goal)
    if request.method == "POST":
        with show_refusal(Conflict, request=request):
            services.remove_goal(goal, by=request.user)
            messages.success(request, _("Goal deleted."))
        return redirect("goal_list", mentorship.code)
    context = goal_context(request, mentorship) | {"goal": goal, "steps": goal.steps.count()}
    return ended(request, mentorship) or render(request, "mentorships/goal_delete.html", context)


@goal_setter_page("POST")
def goal_progress(request, mentorship, goal):
    """Say how far it is."""
    goal = my_goal_or_404(request, mentorship, goal)
    form = ProgressForm(request.POST)
    if form.is_valid():
        progress = form.cleaned_data["progress"]
        with show_refusal(Conflict, request=request):
            services.set_progress(goal, by=request.user, progress=progress)
            label = Progress(progress).label
            messages.success(request, _("Goal marked “%(progress)s”.") % {"progress": label})
    return redirect("goal_detail", mentorship.code, goal.code)
