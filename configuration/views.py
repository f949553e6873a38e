"""The association's policies, for everyone; and the page on which members accept what has changed."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from configuration.forms.acceptance import AcceptForm
from configuration.policies import TITLES
from configuration.policies.acceptance import accept, waiting_for
from configuration.policies.passages import changed_passages
from configuration.policies.versions import policy_versions
from mentoring.lib.access import before_accepting, member_page

MOST_PASSAGES = 8


@before_accepting
@require_safe
def policy(request, name):
    """The version that holds, and the way to older ones."""
    return _page(request, name, None)


@before_accepting
@require_safe
def policy_version(request, name, number):
    """An older version, as it was."""
    return _page(request, name, number)


def _page(request, name, number):
    if name not in TITLES:
        raise Http404
    versions = policy_versions(name, get_language())
    shown = next((each for each in versions if number in (None, each.number)), None)
    if shown is None:
        raise Http404
    context = {"policy": shown, "versions": versions, "holds": shown == versions[0]}
    return render(request, "configuration/policy.html", context)


@before_accepting
@member_page("GET", "POST")
def policy_accept(request):
    """What has changed in the terms and the privacy statement, and one button to go on."""
    waiting = waiting_for(request.user, get_language())
    if not waiting:
        return redirect(_onward(request))
    form = AcceptForm(request.POST if request.method == "POST" else None, waiting=waiting)
    if form.is_valid():
        accept(request.user, waiting)
        return redirect(_onward(request))
    context = {
        "form": form,
        "texts": [_text(text) for text in waiting if text.is_policy],
        "again": any(text.accepted for text in waiting),
        "next": _onward(request),
    }
    return render(request, "configuration/policy_accept.html", context, status=422 if form.errors else 200)


def _onward(request):
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith("/")
    return wanted if safe else reverse("home")


def _text(waiting):
    """The version in force of a text that waits, the one that was accepted, and what is different."""
    now = policy_versions(waiting.name, waiting.language)[0]
    before = waiting.accepted and _version(waiting.name, *waiting.accepted)
    added, removed = changed_passages(before.text, now.text) if before else ([], [])
    return {
        "policy": now,
        "before": before,
        "added": added[:MOST_PASSAGES],
        "removed": removed[:MOST_PASSAGES],
        "more": max(len(added), len(removed)) > MOST_PASSAGES,
    }


def _version(name, language, number):
    return next((each for each in policy_versions(name, language) if each.number == number), None)
