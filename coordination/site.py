"""The staff site: the stock admin, in our name, with a sign-in that stops guessing."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.apps import apps
from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.views import LoginView
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from coordination.backups import backup_state
from coordination.news import news_for
from coordination.operator_lines import health_lines, operator_lines
from coordination.people_search import people_found
from coordination.to_do import waiting_lines
from mentoring.lib.addresses import canonical_address
from mentoring.lib.links import member_link
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


class StaffSignIn(LoginView):
    """Django's page, and django-allauth's way on from it."""

    next_page = "admin:index"

    def form_valid(self, form):
        """The second factor, where there is one; else the staff site, which leads to setting one up."""
        member = form.get_user()
        login = Login(user=member, redirect_url=self.get_success_url())
        return perform_password_login(self.request, {"email": member.email}, login)


class StaffSite(AdminSite):
    """What coordinators see. It has no page of a pair, and shows no list of related rows."""

    site_title = _("Mentoring staff site")
    index_title = _("For you today")
    login_form = StaffSignInForm
    login_template = "admin/sign_in.html"
    enable_nav_sidebar = False
    site_url = settings.SITE_URL

    def index(self, request, extra_context=None):
        """What needs this coordinator, what the operator has to see to, and below it the stock lists."""
        now = timezone.now()
        context = {"lines": waiting_lines(request.user, now)}
        if request.user.has_perm("coordination.view_backupreport"):
            backup = backup_state()
            context |= {"operator_lines": operator_lines(now, backup), "health_lines": health_lines(backup)}
        if request.method == "GET":
            context |= news_for(request.user, now)
        return super().index(request, {**context, **(extra_context or {})})

    @method_decorator(never_cache)
    def login(self, request, extra_context=None):
        """By django-allauth's steps, so that a second factor is asked for before anybody is in."""
        if request.method == "GET" and self.has_permission(request):
            return redirect("admin:index")
        context = {
            **self.each_context(request),
            "title": _("Sign in"),
            "subtitle": None,
            "app_path": request.get_full_path(),
            "username": request.user.get_username(),
            "reset_link": member_link("account_reset_password"),
            **(extra_context or {}),
        }
        request.current_app = self.name
        view = StaffSignIn.as_view(
            authentication_form=self.login_form, template_name=self.login_template, extra_context=context
        )
        return view(request)

    def people(self, request):
        """Look somebody up by a few words."""
        if not request.user.has_perm("profiles.view_member"):
            raise PermissionDenied
        asked = request.GET.get("q", "").replace("\x00", "")[:100]
        found, more = people_found(asked)
        context = {
            **self.each_context(request),
            "title": _("Look someone up"),
            "asked": asked,
            "found": found,
            "more": more,
        }
        return TemplateResponse(request, "admin/people_search.html", context)

    def get_app_list(self, request, app_label=None):
        """In the order that the rooms ask for (`staff_order` of their AppConfig), then by name."""
        listed = super().get_app_list(request, app_label)
        return sorted(
            listed, key=lambda app: getattr(apps.get_app_config(app["app_label"]), "staff_order", 50)
        )

    def get_urls(self):
        """Without what tells or does too much."""
        kept = [entry for entry in super().get_urls() if getattr(entry, "name", "") not in LEFT_OUT]
        return [path("people/", self.admin_view(self.people), name="people"), *kept]
