"""The association's policies, for everyone."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from configuration.policies import TITLES
from configuration.policies.versions import policy_versions


@require_safe
def policy(request, name):
    """The version that holds, and the way to older ones."""
    return _page(request, name, None)


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
