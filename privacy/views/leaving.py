"""Taking along, and leaving."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.core.cache import cache
from django.http import JsonResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.access import before_accepting, member_page
from mentoring.lib.programme import numbers
from privacy import account_closure
from privacy.export.archive import archive
from privacy.forms import CloseForm

TOLD_EVERY = 100


@before_accepting
@member_page("GET", "POST")
def take_along(request):
    """Everything held about me, as one archive; sent while it is made."""
    if request.method == "POST":
        return _download(request.user)
    return render(request, "privacy/take_along.html", {"closing": account_closure.closure_of(request.user)})


def _download(member):
    def show_progress(done):
        if done % TOLD_EVERY == 1:
            cache.set(_key(member), done, 60)

    def stream():
        yield from archive(member, show_progress)
        cache.delete(_key(member))

    response = StreamingHttpResponse(stream(), content_type="application/zip")
    response.headers["Content-Disposition"] = 'attachment; filename="mentoring.zip"'
    response.headers["Content-Encoding"] = "identity"  # packed already: not once more on the way
    return response


def _key(member):
    return f"take-along-{member.code.hex}"


@before_accepting
@member_page("GET")
def take_along_progress(request):
    """How far the archive is: rows written so far, or null."""
    return JsonResponse({"done": cache.get(_key(request.user))})


@before_accepting
@member_page("GET", "POST")
@reauthentication_required
def account_close(request):
    """What happens when I leave; and leaving."""
    running = account_closure.closure_of(request.user)
    form = CloseForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and not running:
        running = account_closure.request_closure(
            request.user, leave_words=form.cleaned_data["words"] == "leave"
        )
        messages.success(
            request, _("Your account is set to close. You can change your mind at any time before then.")
        )
        return redirect("account_close")
    return render(
        request,
        "privacy/account_close.html",
        {"form": form, "closing": running, "days": numbers().closing_grace_days},
    )


@before_accepting
@member_page("POST")
def account_stay(request):
    """Call the closing off."""
    if account_closure.cancel_closure(request.user):
        messages.success(request, _("Your account stays open. Nothing has been lost."))
    return redirect("profile")
