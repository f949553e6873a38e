"""The next steps towards a goal. Of whoever set the goal."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.pages import show_refusal
from mentorships.forms.goals import StepForm
from mentorships.services import goals as services
from mentorships.services.locking import Conflict
from mentorships.templatetags.private import plain
from mentorships.views.goal_pages import ended, goal_context, goal_setter_page, my_goal_or_404, warn_of
from mentorships.views.goals import goal_page


def _step_or_404(request, mentorship, goal, step):
    goal = my_goal_or_404(request, mentorship, goal)
    return get_object_or_404(goal.steps, code=step)


@goal_setter_page("POST")
def step_new(request, mentorship, goal):
    """One more next step."""
    goal_row = my_goal_or_404(request, mentorship, goal)
    form = StepForm(request.POST)
    if form.is_valid():
        with show_refusal(Conflict, form=form):
            kept = services.add_step(goal_row, by=request.user, **form.cleaned_data)
            messages.success(request, _("Step added. Mark it as done when you get there."))
            warn_of(request, kept.due_on)
            return redirect("goal_detail", mentorship.code, goal)
    return goal_page(request, mentorship, goal, form, status=422)


@goal_setter_page("GET", "POST")
def step_edit(request, mentorship, goal, step):
    """Put a step in other words, or on another day."""
    step = _step_or_404(request, mentorship, goal, step)
    before = {"text": plain(step, "text"), "due_on": step.due_on}
    form = StepForm(request.POST if request.method == "POST" else None, initial=before)
    if form.is_valid():
        with show_refusal(Conflict, form=form):
            services.change_step(step, by=request.user, **form.cleaned_data)
            messages.success(request, _("Step saved."))
            warn_of(request, step.due_on)
            return redirect("goal_detail", mentorship.code, goal)
    context = goal_context(request, mentorship) | {"form": form, "step": step}
    return ended(request, mentorship) or render(request, "mentorships/step_edit.html", context)


@goal_setter_page("POST")
def step_tick(request, mentorship, goal, step):
    """Done, or not done after all."""
    step = _step_or_404(request, mentorship, goal, step)
    ticked = request.POST.get("done") != "no"
    with show_refusal(Conflict, request=request):
        services.set_step_done(step, by=request.user, done=ticked)
        messages.success(request, _("Step marked as done.") if ticked else _("Step marked as not done."))
    return redirect("goal_detail", mentorship.code, goal)


@goal_setter_page("POST")
def step_delete(request, mentorship, goal, step):
    """Remove a step; the page it is on says that this is for good."""
    step = _step_or_404(request, mentorship, goal, step)
    with show_refusal(Conflict, request=request):
        services.remove_step(step, by=request.user)
        messages.success(request, _("Step deleted."))
    return redirect("goal_detail", mentorship.code, goal)
