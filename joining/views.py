"""The page behind the link of a welcome mail: find a mentor, be a mentor, no thanks."""

from allauth.account.utils import perform_login
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from joining import offers
from joining.accounts import HasAccount, make_account
from joining.forms import DeclineForm, JoinForm
from mentoring.lib.access import before_accepting
from profiles.services import finish_first_steps

DOORS = {"find": "home", "offer": "mentor_profile"}  # a new member's home leads through the first steps


@before_accepting
@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request, token):
    """Looking changes nothing. Whoever joins is signed in: only the mailbox has this link."""
    if request.user.is_authenticated:
        return redirect("home")
    entry = offers.entry_of(token)
    if entry is None or entry.member_id:
        return _gone(request, joined=entry is not None)
    if "decline" in request.POST:
        return _declined(request, entry)
    form = JoinForm(request.POST if request.method == "POST" else None, initial={"name": entry.name})
    if form.is_valid():
        return _joined(request, entry, form)
    return _page(request, entry, form=form)


def _gone(request, *, joined):
    return render(request, "joining/welcome_gone.html", {"joined": joined}, status=200 if joined else 404)


def _joined(request, entry, form):
    try:
        member = make_account(entry, name=form.cleaned_data["name"], time_zone=form.cleaned_data["time_zone"])
    except HasAccount:
        return _gone(request, joined=True)
    if request.POST.get("door") == "offer":
        finish_first_steps(member)
    way = reverse(DOORS.get(request.POST.get("door"), "home"))
    return perform_login(request, member, email_verification="none", redirect_url=way)


def _declined(request, entry):
    form = DeclineForm(request.POST)
    if not form.is_valid():
        return _page(request, entry, decline=form)
    offers.decline(entry, reason=form.cleaned_data["reason"])
    return render(request, "joining/declined.html", {"token": request.resolver_match.kwargs["token"]})


def _page(request, entry, *, form=None, decline=None):
    form = form or JoinForm(initial={"name": entry.name})
    bad = form.errors or (decline and decline.errors)
    context = {"form": form, "decline": decline or DeclineForm(), "declined": entry.declined_at}
    return render(request, "joining/welcome.html", context, status=422 if bad else 200)
