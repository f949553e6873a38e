"""The staff site: the stock admin, in our name, with a sign-in that stops guessing."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.utils.translation import gettext_lazy as _

from mail.outgoing import outbox_status
from mentoring.lib import jobs
from mentoring.lib.addresses import canonical_address
from profiles.sign_ups import members_of

# The jump to "the page of row 7 of any model" tells whether that row is there; a password is
# changed on the member site, where every session then ends; nothing here completes a name.
LEFT_OUT = {"view_on_site", "autocomplete", "password_change", "password_change_done"}


class StaffSignInForm(AdminAuthenticationForm):
    """As many wrong tries as on the member site (django-allauth's limits), and no more."""

    def clean(self):
        """Counted before looking, so that many tries at once are counted too; a right one is given back.

        ValidationError for too many, for a wrong password, and for somebody who is no staff.
        """
        email = canonical_address(str(self.cleaned_data.get("username", "")))
        password = self.cleaned_data.get("password")
        if email and password:
            self.user_cache = get_adapter().authenticate(self.request, email=email, password=password)
            if self.user_cache is None:
                raise self.get_invalid_login_error()
            self.confirm_login_allowed(self.user_cache)
        return self.cleaned_data

    def confirm_login_allowed(self, user):
        """Staff, and only with an address that they have confirmed: the same answer as for a wrong password."""
        super().confirm_login_allowed(user)
        if user not in members_of(user.email):
            raise self.get_invalid_login_error()


class StaffSite(AdminSite):
    """What coordinators see. It has no page of a pair, and shows no list of related rows."""

    site_header = _("Mentoring staff site")
    site_title = _("Mentoring staff site")
    index_title = _("Running the programme")
    login_form = StaffSignInForm
    enable_nav_sidebar = False
    site_url = settings.SITE_URL

    def index(self, request, extra_context=None):
        """The stock page, and above it how mail goes."""
        stands = {"mail": outbox_status.outbox_status(), "failures": jobs.last_failures()}
        return super().index(request, {**stands, **(extra_context or {})})

    def get_urls(self):
        """Without what tells or does too much."""
        urls = super().get_urls()
        return [entry for entry in urls if getattr(entry, "name", "") not in LEFT_OUT]
