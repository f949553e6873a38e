"""Who may do what: who holds which role, what waits for a second person, and below it the history."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from coordination.models import RoleChange, RoleProposal
from coordination.roles import pages, rules, services
from coordination.roles.forms import ProposeForm
from mentoring.lib.admin import RestrictedModelAdmin
from mentoring.lib.pages import show_refusal
from mentoring.lib.registry.roles import Role
from profiles.models import Member

LIST = "admin:coordination_rolechange_changelist"


@admin.register(RoleChange)
class RoleChangeAdmin(RestrictedModelAdmin):
    """The history is the list; roles are given and taken away on pages of their own."""

    list_display = ("at", "member_name", "role", "change", "by_name", "second_name")
    fields = readonly_fields = list_display
    list_display_links = None
    list_select_related = ("member", "by", "second")
    change_list_template = "admin/coordination/roles.html"

    def has_change_permission(self, request, obj=None):
        """History stays as it is."""
        return False

    @admin.display(description=_("member"))
    def member_name(self, change):
        return change.member.name

    @admin.display(description=_("change"))
    def change(self, change):
        return _("given") if change.given else _("taken away")

    @admin.display(description=_("by"))
    def by_name(self, change):
        """The operator has no name here; nor has whoever closed their account."""
        if change.by:
            return change.by.name
        return _("the operator") if change.given else _("the operator, or by closing the account")

    @admin.display(description=_("confirmed by"))
    def second_name(self, change):
        return change.second.name if change.second else ""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("propose/", wrap(self.propose), name="role_propose"),
            path("withdraw/<int:pk>/", wrap(self.withdraw), name="role_withdraw"),
            path("take-away/<int:pk>/<slug:role>/", wrap(self.take_away), name="role_take_away"),
            *super().get_urls(),
        ]

    def add_view(self, request, form_url="", extra_context=None):
        """A role is given by a proposal."""
        return redirect("admin:role_propose")

    def changelist_view(self, request, extra_context=None):
        """With who holds which role now, and what waits."""
        return super().changelist_view(request, pages.overview(request.user) | (extra_context or {}))

    def propose(self, request):
        """Name a member and a role; a second coordinator confirms it on the members' site."""
        self._check(request, "GET", "HEAD", "POST")
        named = Member.objects.filter(pk=_number(request.GET.get("member")), left_at=None).first()
        initial = {"email": named.email} if named else {}
        form = ProposeForm(
            request.POST if request.method == "POST" else None, by=request.user, initial=initial
        )
        if form.is_valid():
            with show_refusal(rules.RoleRefused, form=form, field="email"):
                member, role = form.cleaned_data["email"], Role(form.cleaned_data["role"])
                services.propose_role(member, role, by=request.user)
                messages.success(
                    request,
                    _("Proposed. We’ve emailed the other coordinators. One of them has to confirm it."),
                )
                return redirect(LIST)
        context = self._context(request, _("Propose a role"), form=form)
        status = 422 if form.errors else 200
        return TemplateResponse(request, "admin/coordination/propose.html", context, status=status)

    def withdraw(self, request, pk):
        """Nothing comes of a proposal."""
        self._check(request, "POST")
        proposal = get_object_or_404(RoleProposal, pk=pk)
        with show_refusal(rules.RoleRefused, request=request):
            services.withdraw_role(proposal)
            messages.success(request, _("Withdrawn. Nothing has changed for the member."))
        return redirect(LIST)

    def take_away(self, request, pk, role):
        """Ask whether, then take a role away at once."""
        self._check(request, "GET", "HEAD", "POST")
        member = get_object_or_404(Member, pk=pk)
        if role not in Role.values:
            raise Http404
        role = Role(role)
        if request.method == "POST":
            with show_refusal(rules.RoleRefused, request=request):
                services.take_role_away(member, role, by=request.user)
                messages.success(request, _("Removed. We’ve emailed them."))
            return redirect(LIST)
        refusal = rules.why_not_take_away(member, role)
        context = self._context(request, _("Remove a role"), member=member, role=role, refusal=refusal)
        return TemplateResponse(request, "admin/coordination/take_away.html", context)

    def _check(self, request, *methods):
        if not self.has_add_permission(request) or request.method not in methods:
            raise PermissionDenied

    def _context(self, request, title, **more):
        return {**self.admin_site.each_context(request), "title": title, "opts": self.opts, **more}


def _number(text):
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 12 else None
