"""What most pages have in common once somebody has pressed a button."""

from contextlib import contextmanager

from django.contrib import messages


@contextmanager
def show_refusal(*refusals, request=None, form=None, field=None):
    """Call a service and say what came of it; if it refuses, say why, and leave out the rest of the block.

        with show_refusal(Conflict, form=form):
            goal = services.add_goal(mentorship, by=request.user, **form.cleaned_data)
            messages.success(request, _("Your goal is kept."))
            return redirect("goal_detail", mentorship.code, goal.code)
        return render(...)  # the form once more, with the reason

    The reason stands in the form, at `field` or above all of it; without a form, in a message.
    """
    try:
        yield
    except refusals as error:
        if form is None:
            messages.error(request, str(error))
        else:
            form.add_error(field, str(error))
