"""The staff site: the stock admin, in our name, with a sign-in that stops guessing."""

from allauth.core import ratelimit
from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# The jump to "the page of row 7 of any model" tells whether that row is there; a password is
# changed on the member site, where every session then ends; nothing here completes a name.
LEFT_OUT = {"view_on_site", "autocomplete", "password_change", "password_change_done"}


class StaffSignInForm(AdminAuthenticationForm):
    """As many wrong tries as on the member site (django-allauth's limits), and no more."""

    def clean(self):
        """Refuse before looking once the limit is reached; count what was wrong."""
        name = str(self.cleaned_data.get("username", "")).strip().lower()
        if not ratelimit.consume(self.request, action="login_failed", key=name, dry_run=True):
            raise ValidationError(_("Too many tries. Wait a few minutes, then try again."))
        try:
            return super().clean()
        except ValidationError:
            ratelimit.consume(self.request, action="login_failed", key=name)
            raise


class StaffSite(AdminSite):
    """What coordinators see. It has no page of a pair, and shows no list of related rows."""

    site_header = _("Mentoring, staff site")
    site_title = _("Mentoring, staff site")
    index_title = _("What keeps the programme going")
    login_form = StaffSignInForm
    enable_nav_sidebar = False
    site_url = settings.SITE_URL

    def get_urls(self):
        """Without what tells or does too much."""
        urls = super().get_urls()
        return [entry for entry in urls if getattr(entry, "name", "") not in LEFT_OUT]
