"""What the pages of goals and steps share: whoever set a goal writes, the other reads."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from mentorships import rules
from mentorships.goals import kindly
from mentorships.views.pair import pair_context, pair_page


def goal_context(request, mentorship, goal=None):
    """What every page of goals needs. `may_write` is for whoever set this goal, or may set one, until the end."""
    context = pair_context(request, mentorship)
    if goal:
        context["is_mine"] = rules.may_change_goal(request.user, goal)
    else:
        context["is_mine"] = rules.may_set_goals(request.user, mentorship)
    context["may_write"] = context["may_write"] and context["is_mine"]
    return context


def my_goal_or_404(request, mentorship, code):
    """A goal that the reader has set: no other can be changed."""
    return get_object_or_404(mentorship.goals, code=code, author=request.user)


def goal_setter_page(*methods):
    """A page of a pair for whoever sets goals there: a mentor is refused (403)."""

    def decorate(view):
        @pair_page(*methods)
        @wraps(view)
        def page(request, mentorship, **kwargs):
            if not rules.may_set_goals(request.user, mentorship):
                raise PermissionDenied
            return view(request, mentorship, **kwargs)

        return page

    return decorate


def ended(request, mentorship):
    """Back to the goals, once nothing can be added to them any more. None before."""
    if request.method == "POST" or rules.may_write(request.user, mentorship):
        return None
    messages.info(request, _("This mentorship has ended. You can still read its goals."))
    return redirect("goal_list", mentorship.code)


def warn_of(request, day):
    """Say kindly that a day is past."""
    if warning := kindly(day):
        messages.warning(request, warning)
