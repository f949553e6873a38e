"""The next steps towards a goal. The mentee's own, like the goal."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from mentoring.lib.access import login_required_keep_post
from mentorships.forms.goals import StepForm
from mentorships.services import goals as services
from mentorships.services.locking import Conflict
from mentorships.templatetags.private import plain
from mentorships.views.goals import goal_page
from mentorships.views.mentee_only import ended, goal_context, mine_or_403, warn_of
from mentorships.views.pair import done


def _step(request, code, goal, step):
    """(the pair, the step), for the mentee."""
    mentorship = mine_or_403(request, code)
    row = get_object_or_404(mentorship.goals, code=goal)
    return mentorship, get_object_or_404(row.steps, code=step)


@sensitive_post_parameters()
@sensitive_variables()
@require_POST
@login_required_keep_post
def step_new(request, code, goal):
    """One more next step."""
    mentorship = mine_or_403(request, code)
    row = get_object_or_404(mentorship.goals, code=goal)
    form = StepForm(request.POST)
    if form.is_valid():
        try:
            kept = services.add_step(row, by=request.user, **form.cleaned_data)
        except Conflict as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The step is there. Tick it when it is done."))
            warn_of(request, kept.due_on)
            return redirect("goal_detail", code, goal)
    return goal_page(request, mentorship, goal, form, status=422)


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
@login_required_keep_post
def step_edit(request, code, goal, step):
    """Put a step in other words, or on another day."""
    mentorship, row = _step(request, code, goal, step)
    before = {"text": plain(row, "text"), "due_on": row.due_on}
    form = StepForm(request.POST if request.method == "POST" else None, initial=before)
    if form.is_valid():
        try:
            services.change_step(row, by=request.user, **form.cleaned_data)
        except Conflict as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The step is kept."))
            warn_of(request, row.due_on)
            return redirect("goal_detail", code, goal)
    context = goal_context(request, mentorship) | {"form": form, "step": row}
    return ended(request, mentorship) or render(request, "mentorships/step_edit.html", context)


@require_POST
@login_required_keep_post
def step_tick(request, code, goal, step):
    """Done, or not done after all."""
    _pair, row = _step(request, code, goal, step)
    ticked = request.POST.get("done") != "no"
    said = _("Ticked as done.") if ticked else _("Open again.")
    return done(request, services.set_step_done, row, said, "goal_detail", code, goal, done=ticked)


@require_POST
@login_required_keep_post
def step_delete(request, code, goal, step):
    """Remove a step; the page it is on says that this is for good."""
    _pair, row = _step(request, code, goal, step)
    return done(
        request, services.remove_step, row, _("The step is gone."), "goal_detail", code, goal
    )
