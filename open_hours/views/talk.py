"""One time: book it, see what was booked, cancel it, say afterwards what came of it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from mail.reach import gets_mail
from matching.blocking import block
from mentoring.lib.access import member_page
from mentoring.lib.pages import show_refusal
from open_hours import listing, reach, rules
from open_hours.forms import BookForm
from open_hours.models import Talk, TalkStatus
from open_hours.notifications import TalkBooked
from open_hours.services import booking as bookings
from open_hours.services import cancelling, offering, waiting
from open_hours.services.locking import Conflict
from open_hours.views.booked import booked_page
from open_hours.views.lookups import booking_or_404, talk_or_404


@member_page("GET", "POST")
def talk_detail(request, code):
    """The page of a time: for the two, what was booked; for others, the form to book it."""
    talk = get_object_or_404(Talk.objects.select_related("mentor", "day"), code=code)
    if booking := listing.booking_of(talk, request.user):
        return redirect(talk) if request.method == "POST" else booked_page(request, booking)
    talk = talk_or_404(request, code, typed=request.method == "POST")
    if talk.mentor_id == request.user.pk:
        context = {"talk": talk, "mine": True, "mailed": gets_mail(request.user, TalkBooked)}
        return render(request, "open_hours/talk_free.html", context)
    if request.method == "POST":
        return _book(request, talk)
    if not Talk.objects.of_listed().filter(pk=talk.pk).exists():
        raise Http404  # a mentor whom members do not find; whoever has typed something is told above
    return _book_page(request, talk, BookForm(talk=talk, initial=_likely(request.user, talk)))


def _book(request, talk):
    form = BookForm(request.POST, talk=talk)
    if not form.is_valid():
        return _book_page(request, talk, form, status=422)
    try:
        booking = bookings.book(talk, by=request.user, **form.terms())
    except bookings.CannotBook as error:
        form.add_error(None, str(error))
        taken = isinstance(error, bookings.TalkTaken)
        return _book_page(request, talk, form, status=409, taken=taken)
    both = _("Booked. We’ll email you both the calendar invitation.")
    messages.success(
        request, reach.after(_("Booked."), reach.exception_line(booking, request.user), both=both)
    )
    return redirect(booking)


def _book_page(request, talk, form, *, status=200, taken=False):
    """The form; or, if the time is not free, other times, with whatever was typed."""
    free = Talk.objects.free_for(request.user).filter(pk=talk.pk).exists()
    free = free or bookings.is_reserved_for(talk, request.user)
    focus = form["focus"].value() or ""
    same, others = listing.other_times(talk, request.user, focus=focus) if not free else ((), ())
    context = {
        "talk": talk,
        "form": form,
        "free": free and not taken,
        "kept": talk.status == TalkStatus.RESERVED,
        "same": same,
        "others": others,
    }
    return render(request, "open_hours/talk_book.html", context, status=status)


def _likely(member, talk):
    """The first thing that the member looks for and the time is good for; the only one there is."""
    offered = talk.subjects or talk.mentor.mentor_profile.helps_with
    fits = [slug for slug in member.seeking if slug in offered]
    return {"focus": fits[0]} if fits else {"focus": offered[0]} if len(talk.subjects) == 1 else {}


@member_page("GET", "POST")
def talk_cancel(request, code):
    """Ask once, then cancel what was booked."""
    booking = booking_or_404(request, code)
    line = reach.exception_line(booking, request.user)
    if request.method == "POST":
        with show_refusal(Conflict, request=request):
            cancelling.cancel(booking, by=request.user)
            both = _("Talk cancelled. We’ll email you both a calendar update.")
            messages.success(request, reach.after(_("Talk cancelled."), line, both=both))
            return redirect("my_talks")
        return redirect(booking)
    if not rules.may_cancel(booking):
        return redirect(booking)
    context = {
        "booking": booking,
        "talk": booking.talk,
        "other": booking.partner_of(request.user),
        "mine": booking.mentor_id == request.user.pk,
        "mail_line": line,
    }
    return render(request, "open_hours/talk_cancel.html", context)


@member_page("POST")
def talk_withdraw(request, code):
    """Take back a time that nobody has booked."""
    talk = get_object_or_404(Talk.objects.filter(mentor=request.user).dates(), code=code)
    with show_refusal(Conflict, request=request):
        offering.withdraw_talk(talk)
        messages.success(request, _("Time withdrawn."))
    return redirect("my_talks")


@member_page("POST")
def talk_decline(request, code):
    """No thanks to a time that was kept from a waiting list: it goes to the next."""
    talk = talk_or_404(request, code, typed=True)  # whoever is blocked is answered as of a mentor on a break
    if talk.day_id is None:
        raise Http404
    if waiting.leave(talk.day, request.user):
        messages.success(request, _("You’re off the waiting list. The time goes to the next person."))
    return redirect(talk.day)


@member_page("POST")
def talk_block(request, code):
    """Keep apart from the other one of the two, from the page of what was booked."""
    other = booking_or_404(request, code).partner_of(request.user)
    block(request.user, other)
    said = _("You and %(name)s can no longer find or contact each other here. We have not told anyone.")
    messages.success(request, said % {"name": other.name})
    return redirect("blocked_list")
