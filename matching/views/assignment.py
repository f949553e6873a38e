"""“Find me someone”: a member asks the coordinators, says what matters, changes it, takes it back."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from matching import wishes
from matching.forms import FindForm
from matching.models import Criteria, Wish, WishStatus
from mentoring.lib.access import member_page
from mentoring.lib.pages import show_refusal
from mentorships.services.locking import Conflict


@member_page("GET", "POST")
def wish_assign(request):
    """Ask the coordinators to look, and say what matters; or ask them to stop."""
    if "undo" in request.POST:
        if wishes.take_back_from_coordinators(request.user):
            messages.success(request, _("The coordinators can no longer see your post."))
        return redirect("wish_mine")
    wish = Wish.objects.filter(member=request.user).first()
    form = FindForm(request.POST or None, initial=_initial(wish), member=request.user)
    if form.is_valid() and _asked(request, form):
        return redirect("wish_mine")
    asked = wish is not None and wish.status == WishStatus.ASSIGN
    return render(request, "matching/wish_assign.html", {"form": form, "asked": asked})


def _initial(wish):
    if wish is None:
        return {}
    given = Criteria.objects.filter(wish=wish).values(*FindForm.MATTERS).first() or {}
    return {"what": wish.what, "focus": wish.focus, **given}


def _asked(request, form):
    with show_refusal(Conflict, form=form):
        if wishes.ask_coordinators(request.user, **form.cleaned_data):
            message = _("The coordinators can now see your post and suggest mentors to you. We’ve told them.")
        else:
            message = _("Saved. The coordinators see what you’ve changed.")
        messages.success(request, message)
        return True
    return False
