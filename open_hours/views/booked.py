"""What was booked, for the two; and what they say afterwards."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.access import member_page
from open_hours import listing, rules
from open_hours.forms import AfterwardsForm
from open_hours.models import BookingStatus
from open_hours.services import afterwards, invitations
from open_hours.services.locking import Conflict
from open_hours.views.lookups import booking_or_404
from profiles.vocabulary import words


def booked_page(request, booking, *, form=None, status=200):
    """Its page, for one of the two."""
    mine, other = booking.mentor_id == request.user.pk, booking.partner_of(request.user)
    answers = rules.may_answer(booking) and not booking.apart
    if answers and form is None:
        form = AfterwardsForm(initial=_said(booking, request.user))
    context = {
        "booking": booking,
        "talk": booking.talk,
        "other": other,
        "mine": mine,
        "focus": words().name("helps_with", booking.focus),
        "place": "" if booking.apart else invitations.place_of(booking),
        "may_cancel": rules.may_cancel(booking),
        "form": form if answers else None,
        "said": booking.goes_on(request.user) is not None,
        "both": booking.mentor_goes_on and booking.mentee_goes_on,
    }
    return render(request, "open_hours/talk_booked.html", context, status=status)


def _said(booking, member):
    """What this one of the two has answered so far."""
    happened = "yes" if booking.status == BookingStatus.HELD else None
    goes_on = {True: "yes", False: "no"}.get(booking.goes_on(member))
    return {"happened": happened, "goes_on": goes_on}


@member_page("POST")
def talk_afterwards(request, code):
    """Keep what one of the two says of a talk that is over."""
    booking = booking_or_404(request, code)
    form = AfterwardsForm(request.POST)
    if not form.is_valid():
        return booked_page(request, booking, form=form, status=422)
    try:
        now = afterwards.answer(booking, by=request.user, **form.cleaned_data)
    except Conflict as error:
        return _begun_or_refused(request, listing.booking_of(booking.talk, request.user), form, error)
    messages.success(request, _answered(now))
    return redirect(now.mentorship or booking)


def _begun_or_refused(request, booking, form, error):
    """The second of two clicks leads to the mentorship that the first has begun."""
    if booking.mentorship_id:
        return redirect(booking.mentorship)
    form.add_error(None, str(error))
    return booked_page(request, booking, form=form, status=409)


def _answered(booking):
    """What came of it, in words for the one who has just answered: of the other's answer, nothing but two yeses."""
    if booking.mentorship_id:
        return _("You both said yes. Your mentorship has begun.")
    if booking.status == BookingStatus.MISSED:
        return _("Thank you for telling us. That happens. You can always book another time.")
    if booking.mentor_goes_on and booking.mentee_goes_on:
        return _("You both said yes. It can begin as soon as the mentor has room.")
    return _("Thank you. If you both say yes, we’ll tell you both.")
