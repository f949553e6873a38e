"""Who may come in, and what happens to the words of somebody who was signed out meanwhile."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from mentoring.lib.registry.hooks import FIELD_LABEL_FINDERS, FIELD_LABELS
from mentoring.lib.vault import CannotSeal

SECRET_WORDS = ("csrf", "password", "code")
LONG = 60
NEEDS_NO_ACCEPTANCE = "needs_no_acceptance"


def before_accepting(view):
    """A page that members reach before they have accepted the terms of now: above all other decorators."""
    setattr(view, NEEDS_NO_ACCEPTANCE, True)
    return view


def member_page(*methods):
    """A page for signed-in members: `@member_page("GET", "POST")`; GET brings HEAD with it.

    Any other method is refused (405) before it is asked who comes.
    """
    allowed = [*methods, "HEAD"] if "GET" in methods else list(methods)

    def decorate(view):
        return require_http_methods(allowed)(_login_required_keep_post(view))

    return decorate


def _login_required_keep_post(view):
    """For signed-in members. What a signed-out one has written is handed back, not lost."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if request.user.is_authenticated:
            try:
                return view(request, *args, **kwargs)
            except CannotSeal:  # the account was closed or suspended at this very moment
                return resubmit(request)
        if request.method == "POST":
            return resubmit(request)
        return redirect_to_login(request.get_full_path())

    return guarded


def resubmit(request, *, accept=False):
    """A page with everything that was typed and a way to send it again. Nothing has been saved.

    `accept`: it can be sent once its writer has accepted the terms of now.
    """
    fields = [
        {"name": name, "label": _label(name), "value": value, "long": len(value) > LONG}
        for name, values in request.POST.lists()
        if not any(word in name.lower() for word in SECRET_WORDS)
        for value in values
    ]
    context = {
        "fields": fields,
        "action": request.get_full_path(),
        "signed_out": not request.user.is_authenticated,
        "accept": accept,
    }
    return render(request, "resubmit.html", context, status=403)


def _label(name):
    label = FIELD_LABELS.get(name) or next(filter(None, FIELD_LABEL_FINDERS.results(name)), "")
    return label or name.replace("_", " ")
