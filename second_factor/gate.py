"""Nobody is on the staff site without a second factor (STAFF_SECOND_FACTOR)."""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.shortcuts import redirect

from second_factor.staff_marks import is_staff_site

# All that somebody who has none can open: setting one up, and going away again.
OPEN = {
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_reauthenticate",
    "admin:logout",
    "healthz",
    "readyz",
}


class StaffGate:
    """One door for all pages of the staff site, those that nobody has written yet included."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Nothing before the address is known."""
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """The page itself, or setting a second factor up.

        Signed out is who has one and was not asked for it, and whose session began with one that is gone since.
        """
        if not (settings.STAFF_SECOND_FACTOR and is_staff_site()) or not request.user.is_authenticated:
            return None
        used = used_authenticators(request)
        if used and Authenticator.objects.filter(user=request.user, pk__in=used).exists():
            return None
        if used or is_mfa_enabled(request.user):
            logout(request)
            return redirect("account_login")
        return None if request.resolver_match.view_name in OPEN else redirect("mfa_index")


def used_authenticators(request):
    """The numbers of those that this session began with, or that were set up in it."""
    records = get_authentication_records(request, request.user)
    return [record["id"] for record in records if record["method"] == "mfa"]
