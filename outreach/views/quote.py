"""A mentor's own quote for the first page."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.access import member_page
from outreach.forms import QuoteForm
from outreach.models import Quote, QuoteState
from outreach.services import quotes
from profiles.models import MentorProfile


@member_page("GET", "POST")
def mentor_quote(request):
    """Write it, and see where it stands. For mentors on the list."""
    quote = Quote.objects.filter(member=request.user).first()
    if not quote and not MentorProfile.objects.listed().filter(member=request.user).exists():
        raise Http404
    form = QuoteForm(request.POST if request.method == "POST" else None, initial=_as_typed(quote))
    if form.is_valid():
        data = form.cleaned_data
        quotes.save_quote(request.user, text=data["quote"], shows_name=data["shows_name"])
        messages.success(request, _("Saved. A coordinator reads each quote before it is shown."))
        return redirect("mentor_quote")
    context = {"form": form, "quote": quote, "shown": bool(quote and quote.state == QuoteState.SHOWN)}
    return render(request, "outreach/mentor_quote.html", context, status=422 if form.errors else 200)


def _as_typed(quote):
    """Consent is given anew with each change."""
    return {"quote": quote.text, "shows_name": "yes" if quote.shows_name else "no"} if quote else {}


@member_page("POST")
def mentor_quote_take_back(request):
    """At once."""
    if quotes.take_back(request.user):
        messages.success(request, _("Quote deleted. It’s no longer on the home page."))
    return redirect("mentor_profile")
