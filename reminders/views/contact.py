"""How often the two want to be in touch, and when it was last."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from mentoring.lib.pages import show_refusal
from mentorships.models import Mentorship, MentorshipStatus
from mentorships.services.locking import Conflict
from mentorships.views.pair import pair_context, pair_page
from reminders.forms import ContactForm
from reminders.services import answers, quiet


@pair_page("GET", "POST")
def contact(request, mentorship):
    """Choose the rhythm; see what it is reckoned from."""
    if mentorship.status == MentorshipStatus.ENDED:
        return redirect(mentorship)
    facts = _facts(mentorship)
    form = ContactForm(
        request.POST if request.method == "POST" else None,
        initial={"rhythm": quiet.rhythm_of(facts)},
    )
    if form.is_valid():
        with show_refusal(Conflict, request=request):
            answers.choose(mentorship, form.cleaned_data["rhythm"], by=request.user)
            messages.success(request, _("Kept, for both of you."))
        return redirect("contact", mentorship.code)
    context = pair_context(request, mentorship) | {"form": form, **_said(facts)}
    return render(request, "reminders/contact.html", context)


def _facts(mentorship):
    rows = quiet.with_facts(Mentorship.objects.filter(pk=mentorship.pk), timezone.now())
    return rows.select_related("contact").get()


def _said(pair):
    """When they were last in touch, and when both are asked next if nothing happens."""
    chosen = getattr(pair, "contact", None)
    return {
        "last": quiet.last_contact(pair),
        "asked_on": quiet.since(pair) + quiet.allowed(pair),
        "planned": pair.planned,
        "quiet_until": chosen and chosen.quiet_until,
    }
