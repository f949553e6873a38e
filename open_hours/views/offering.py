"""Offering up to five times at once."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext

from mentoring.lib import walltime
from mentoring.lib.access import member_page
from mentorships.templatetags.private import plain
from open_hours import rules
from open_hours.forms import TalkOfferForm
from open_hours.models import Talk
from open_hours.services import offering


@member_page("GET", "POST")
def talk_offer(request):
    """The form. What was typed stands on the page again if a time cannot be offered."""
    form = TalkOfferForm(
        request.POST if request.method == "POST" else None,
        zone=request.user.time_zone,
        initial=_as_last_time(request.user),
    )
    if form.is_valid():
        try:
            talks = offering.offer_times(request.user, **form.terms())
            said = ngettext("%(n)d time offered.", "%(n)d times offered.", len(talks)) % {"n": len(talks)}
            messages.success(request, said)
            return redirect("my_talks")
        except offering.CannotOffer as error:
            form.add_error(_field_of(form, error.at), str(error))
    context = {"form": form, "now": timezone.now(), "may_offer": rules.may_offer(request.user)}
    return render(request, "open_hours/talk_offer.html", context, status=422 if form.errors else 200)


def _field_of(form, at):
    """The field of the time that is wrong; None for what is wrong with all of them."""
    for number in range(len(form.data)):
        local_time = form.cleaned_data.get(f"slot_{number}")
        late = form.cleaned_data.get(f"which_{number}") == "second"
        if local_time and walltime.instant_of_calendar(local_time, form.zone, fold=late) == at:
            return f"slot_{number}"
    return None


def _as_last_time(member):
    """Means, length, subjects and place of the last time this member offered."""
    last = Talk.objects.filter(mentor=member, day=None).order_by("-pk").first()
    if last is None:
        return {}
    last.mentor = member
    return {
        "means": last.means,
        "minutes": last.minutes,
        "focuses": last.subjects,
        "place": plain(last, "place"),
    }
