"""The page for somebody who is not let in: why, in words, and the other ways to sign in."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

NO_ANSWER = "no_answer"
TITLES = {
    NO_ANSWER: _("Your association’s sign-in isn’t answering"),
    "unknown_state": _("We need to check your membership"),
    "not_a_member": _("You need a current membership to join"),
    "no_address": _("We couldn’t find your email address"),
    "clash": _("A coordinator needs to look at this"),
}


def refused(request, reason, *, provider_name, status=403, **context):
    """The page of one of these reasons; its words are in templates/sso/refused/."""
    context |= {
        "title": TITLES[reason],
        "reason": f"sso/refused/{reason}.html",
        "provider_name": provider_name,
    }
    return render(request, "sso/refused.html", context, status=status)
