"""How often the two want to be in touch, and when it was last."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.pages import show_refusal
from mentorships.models import MentorshipStatus
from mentorships.services.locking import Conflict
from mentorships.views.pair import pair_context, pair_page
from reminders.forms import ContactForm
from reminders.pair_page import contact_state
from reminders.services import answers


@pair_page("GET", "POST")
def contact(request, mentorship):
    """Choose the rhythm; see what it is reckoned from."""
    if mentorship.status == MentorshipStatus.ENDED:
        return redirect(mentorship)
    state = contact_state(mentorship)
    form = ContactForm(
        request.POST if request.method == "POST" else None, initial={"rhythm": state["rhythm"]}
    )
    if form.is_valid():
        with show_refusal(Conflict, request=request):
            answers.choose(mentorship, form.cleaned_data["rhythm"], by=request.user)
            messages.success(request, _("Saved for both of you."))
        return redirect("contact", mentorship.code)
    context = pair_context(request, mentorship) | {"form": form} | state
    return render(request, "reminders/contact.html", context)
