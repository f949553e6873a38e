"""A text to pass on oneself, or one mail by us; and the way to be left alone, without signing in."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from guidance.handbook.chapters import STEP_UP, chapter
from mentoring.lib.access import before_accepting, member_page
from mentoring.lib.links import member_link
from mentoring.lib.pages import show_refusal
from outreach.forms import InviteForm
from outreach.models import InvitedAddress
from outreach.notifications import read_stop_token
from outreach.services import inviting


@member_page("GET", "POST")
def invite_colleague(request):
    """What is said afterwards is the same whoever the address is of."""
    language = {"mail_language": request.user.language}
    form = InviteForm(request.POST if request.method == "POST" else None, initial=language)
    if form.is_valid():
        data = form.cleaned_data
        with show_refusal(inviting.CannotInviteColleague, form=form, field="address"):
            inviting.invite_colleague(
                by=request.user, address=data["address"], language=data["mail_language"]
            )
            words = _(
                "Thank you. We’ll email your colleague, unless they’ve already heard from us or asked us not to write."
            )
            messages.success(request, words)
            return redirect("invite_colleague")
    context = {"form": form, "link": member_link("home"), "more": _step_up_link()}
    return render(request, "outreach/invite_colleague.html", context, status=422 if form.errors else 200)


@before_accepting
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def invited_stop(request, token):
    """Looking changes nothing; a POST is enough, as often as it comes. The token alone is the right to do so."""
    address_hash = read_stop_token(token)
    if address_hash is None:
        raise Http404
    if request.method == "POST":
        InvitedAddress.objects.refuse(address_hash)
    return render(request, "outreach/invited_stop.html", {"done": request.method == "POST"})


def _step_up_link():
    """The page that answers doubts; "" where coordinators have withdrawn it."""
    return member_link("could_i_be_a_mentor") if chapter(STEP_UP, get_language()) else ""
