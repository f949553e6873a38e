"""Members on the staff site."""

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mail.reach import if_mail_arrives
from mentoring.lib.pages import show_refusal
from mentoring.lib.registry.hooks import STAFF_MEMBER_LINKS
from profiles import access_log, moderation, rules
from profiles.admin.filters import JoinedFilter, PartFilter, SignInFilter
from profiles.admin.people import PeopleAdmin, ReasonForm
from profiles.models import AccessedObject, Member
from profiles.notifications import AccountRestored, AccountSuspended
from profiles.roles import role_names

READS = ("GET", "HEAD")


@admin.register(Member)
class MemberAdmin(PeopleAdmin):
    """Who is a member. No password, no address change: both are the member's (P12)."""

    list_display = ("name", "email", "employer", "joined_at", "standing")
    list_filter = (SignInFilter, PartFilter, JoinedFilter)
    search_fields = ("name", "email", "employer", "city")
    search_help_text = gettext_lazy("Name, email address, employer, or town or city")
    ordering = ("name", "pk")
    fields = readonly_fields = (
        "name",
        "email",
        "pronouns",
        "job_title",
        "employer",
        "city",
        "region",
        "country",
        "joined_at",
        "adult_at",
        "is_active",
        "suspended_at",
        "suspended_reason",
        "roles",
    )
    export_columns = (
        *("name", "email", "job_title", "employer", "city", "region", "country"),
        *("joined_at", "is_active", "suspended_at", "roles"),
    )

    def row_name(self, member):
        """What the page of a member is headed by."""
        return member.name

    @admin.display(description=gettext_lazy("account"), ordering="is_active", empty_value="")
    def standing(self, member):
        """Nothing to say of a member’s account that works."""
        if member.left_at:
            return _("closed")
        if not member.is_active:
            return _("suspended")
        return role_names(member)

    @admin.display(description=gettext_lazy("roles on the staff site"), empty_value="")
    def roles(self, member):
        """In words; nothing for somebody without one."""
        return role_names(member)

    def get_queryset(self, request):
        """With their roles."""
        return super().get_queryset(request).prefetch_related("groups")

    def render_change_form(self, request, context, obj=None, **kwargs):
        """The page of one member, who can see that it was opened."""
        access_log.log_access(obj, by=request.user, what=AccessedObject.MEMBER)
        context["links"] = [link for links in STAFF_MEMBER_LINKS.results(request.user, obj) for link in links]
        context["refusal"] = obj.is_active and rules.why_not_suspend(obj, by=request.user)
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def get_urls(self):
        """The two steps, and what every list of people has."""
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/suspend/", wrap(self.suspend), name="member_suspend"),
            path("<int:pk>/restore/", wrap(self.restore), name="member_restore"),
            *super().get_urls(),
        ]

    def suspend(self, request, pk):
        """Ask for a reason, then stop sign-in and mail the reason."""
        member = self.person_or_403(request, pk, methods=(*READS, "POST"))
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            with show_refusal(rules.MayNotSuspend, form=form):
                if moderation.suspend_by(member, by=request.user, reason=form.cleaned_data["reason"]):
                    self.log_step(request, member, _("Suspended"))
                told = _("Account suspended. We’ve emailed the reason to the member.")
                return self._done(request, member, told, AccountSuspended)
        question = _(
            "%(name)s will be signed out and cannot sign in. Other members no longer find their profile, "
            "and reminders about their mentorships stop. Nothing is deleted. You can restore the account."
        )
        return self.ask_reason(
            request,
            member,
            form,
            title=_("Suspend account"),
            question=question % {"name": member.name},
            button=_("Suspend account"),
        )

    def restore(self, request, pk):
        """Let them sign in again; the member is told by mail."""
        member = self.person_or_403(request, pk, methods=("POST",))
        if moderation.restore(member):
            self.log_step(request, member, _("Restored"))
        return self._done(request, member, _("Account restored. We’ve emailed the member."), AccountRestored)

    def _done(self, request, member, sentence, notification):
        messages.success(request, if_mail_arrives(sentence, to=member, notification=notification))
        return redirect(reverse("admin:profiles_member_change", args=[member.pk]))
