"""People as coordinators see them: who is a member, what mentors show, the words of the field."""

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from mail.reach import if_mail_arrives
from mentoring.lib.admin import CLEAN_TEXTS, RestrictedModelAdmin
from mentoring.lib.text import MultiLineField
from profiles import access_log, services, vocabulary
from profiles.models import AccessedObject, Member, MentorProfile, Term, TermLabel
from profiles.notifications import AccountRestored, AccountSuspended, ProfileHidden, ProfileShown

# Who may write an address here takes over its account; sessions are the members' own (P12).
admin.site.unregister((Group, EmailAddress, UserSession))


class ReasonForm(forms.Form):
    """Why a profile leaves the list; the mentor reads it."""

    reason = MultiLineField(label=_("Reason (emailed to the mentor)"), max_length=500, rows=4)


class ReadOnly(RestrictedModelAdmin):
    """Looked at, not changed: changes go through the buttons, which go through services."""

    def has_add_permission(self, request):
        """People join by themselves."""
        return False

    def has_change_permission(self, request, obj=None):
        """Members change their own profiles."""
        return False


@admin.register(Member)
class MemberAdmin(ReadOnly):
    """Who is a member. No password, no address change: both are the member's (P12)."""

    list_display = ("name", "email", "joined_at", "is_active")
    search_fields = ("name", "email")
    ordering = ("name",)
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
        "is_staff",
    )
    change_form_template = "admin/profiles/member/change_form.html"

    def render_change_form(self, request, context, obj=None, **kwargs):
        """The page of one member, who can see that it was opened."""
        access_log.log_access(obj, by=request.user, what=AccessedObject.MEMBER)
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def get_urls(self):
        """The two buttons."""
        name = self.admin_site.admin_view
        return [
            path("<int:pk>/suspend/", name(self.suspend), name="member_suspend"),
            path("<int:pk>/restore/", name(self.restore), name="member_restore"),
            *super().get_urls(),
        ]

    def suspend(self, request, pk):
        """Stop sign-in; the member is told by mail."""
        return self._step(
            request, pk, services.suspend, AccountSuspended, _("Account suspended. We’ve emailed the member.")
        )

    def restore(self, request, pk):
        """Let them sign in again; the member is told by mail."""
        return self._step(
            request, pk, services.restore, AccountRestored, _("Account restored. We’ve emailed the member.")
        )

    def _step(self, request, pk, step, notification, sentence):
        _only_posts_by_staff(request, "profiles.view_member")
        member = self.get_object(request, pk)
        if member is None or member.is_superuser:
            raise PermissionDenied
        step(member)
        messages.success(request, if_mail_arrives(sentence, to=member, notification=notification))
        return redirect(reverse("admin:profiles_member_change", args=[pk]))


@admin.register(MentorProfile)
class MentorAdmin(ReadOnly):
    """What mentors show. Places are not shown: who is taken is the pairs' business."""

    list_display = ("name", "status", "hidden_at")
    list_select_related = ("member",)
    search_fields = ("member__name",)
    ordering = ("member__name",)
    fields = readonly_fields = (
        "name",
        "status",
        "ask_me_about",
        "bio",
        "published_at",
        "hidden_at",
        "hidden_reason",
    )
    change_form_template = "admin/profiles/mentorprofile/change_form.html"

    def render_change_form(self, request, context, obj=None, **kwargs):
        """The page of one profile; its mentor can see that it was opened."""
        access_log.log_access(obj.member, by=request.user, what=AccessedObject.MENTOR)
        return super().render_change_form(request, context, obj=obj, **kwargs)

    @admin.display(description=_("name"), ordering="member__name")
    def name(self, mentor):
        """Of the member."""
        return mentor.member.name

    def get_urls(self):
        """Hide and unhide."""
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/hide/", wrap(self.hide), name="mentor_hide"),
            path("<int:pk>/unhide/", wrap(self.unhide), name="mentor_unhide"),
            *super().get_urls(),
        ]

    def hide(self, request, pk):
        """Ask for a reason, then take the profile off the list and mail the reason."""
        _only_staff(request, "profiles.view_mentorprofile")
        mentor = self._mentor(request, pk)
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            services.hide(mentor, reason=form.cleaned_data["reason"])
            hidden = _("Profile hidden. We’ve emailed the reason to the mentor.")
            hidden = if_mail_arrives(hidden, to=mentor.member, notification=ProfileHidden)
            messages.success(request, hidden)
            return redirect(reverse("admin:profiles_mentorprofile_change", args=[pk]))
        context = {
            **self.admin_site.each_context(request),
            "form": form,
            "mentor": mentor,
            "opts": self.opts,
            "title": _("Hide profile"),
        }
        return TemplateResponse(request, "admin/profiles/mentorprofile/hide.html", context)

    def unhide(self, request, pk):
        """Back on the list; the mentor is told."""
        _only_posts_by_staff(request, "profiles.view_mentorprofile")
        mentor = self._mentor(request, pk)
        services.unhide(mentor)
        shown = _("Profile shown again. We’ve emailed the mentor.")
        messages.success(request, if_mail_arrives(shown, to=mentor.member, notification=ProfileShown))
        return redirect(reverse("admin:profiles_mentorprofile_change", args=[pk]))

    def _mentor(self, request, pk):
        mentor = self.get_object(request, pk)
        if mentor is None:
            raise PermissionDenied
        return mentor


def _only_staff(request, permission):
    if not request.user.has_perm(permission):
        raise PermissionDenied


def _only_posts_by_staff(request, permission):
    _only_staff(request, permission)
    if request.method != "POST":
        raise PermissionDenied


class TermLabelInline(admin.TabularInline):
    """What a term is called in other languages."""

    model = TermLabel
    formfield_overrides = CLEAN_TEXTS
    extra = 1
    can_delete = False


@admin.register(Term)
class TermAdmin(RestrictedModelAdmin):
    """The vocabularies. Words are retired, never deleted, so that old profiles still read well."""

    list_display = ("label", "kind", "slug", "position", "retired")
    list_filter = ("kind", "retired")
    may_look_up = ("kind__exact", "retired__exact")
    search_fields = ("label", "slug", "synonyms", "labels__label")
    fields = ("kind", "slug", "label", "description", "synonyms", "group", "related", "position", "retired")
    inlines = [TermLabelInline]

    def get_readonly_fields(self, request, obj=None):
        """A slug once given is never changed."""
        return ("kind", "slug") if obj else ()

    def save_related(self, request, form, formsets, change):
        """Keep its labels, and let every process read the words again."""
        super().save_related(request, form, formsets, change)
        vocabulary.changed()
