"""Mentor profiles on the staff site."""

from django.contrib import admin, messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mail.reach import if_mail_arrives
from mentoring.lib.registry.hooks import STAFF_MEMBER_LINKS
from mentoring.lib.separators import colon
from profiles import access_log, moderation, photo_files
from profiles.admin.filters import ProfileFilter
from profiles.admin.people import PeopleAdmin, ReasonForm
from profiles.models import AccessedObject, MentorProfile
from profiles.notifications import ProfileHidden, ProfileShown
from profiles.shown import labels, mentor_facts

READS = ("GET", "HEAD")


@admin.register(MentorProfile)
class MentorAdmin(PeopleAdmin):
    """What mentors show. Places are not shown: who is taken is the pairs' business."""

    list_display = ("name", "status", "hidden_at", "standing")
    list_filter = (ProfileFilter,)
    list_select_related = ("member",)
    search_fields = ("member__name", "member__employer", "member__city", "ask_me_about")
    search_help_text = gettext_lazy("Name, employer, town or city, or “ask me about”")
    ordering = ("member__name", "pk")
    fields = readonly_fields = (
        "name",
        "status",
        "ask_me_about",
        "bio",
        "areas_in_words",
        "helps_in_words",
        "facts",
        "photo_in_words",
        "published_at",
        "hidden_at",
        "hidden_reason",
        "changed_at",
    )
    export_columns = (
        *("name", "status", "standing", "ask_me_about", "areas_in_words", "helps_in_words"),
        *("published_at", "hidden_at"),
    )
    change_form_template = "admin/people/mentor.html"

    def row_name(self, mentor):
        """What the page of a profile is headed by."""
        return mentor.member.name

    @admin.display(description=gettext_lazy("name"), ordering="member__name")
    def name(self, mentor):
        """Of the member."""
        return mentor.member.name

    @admin.display(description=gettext_lazy("account"), ordering="member__is_active", empty_value="")
    def standing(self, mentor):
        """Nothing to say of an account that works."""
        if mentor.member.left_at:
            return _("closed")
        return "" if mentor.member.is_active else _("suspended")

    @admin.display(description=gettext_lazy("areas of practice"))
    def areas_in_words(self, mentor):
        """As members read them."""
        return ", ".join(labels("area", mentor.areas))

    @admin.display(description=gettext_lazy("helps with"))
    def helps_in_words(self, mentor):
        """As members read it."""
        return ", ".join(labels("helps_with", mentor.helps_with))

    @admin.display(description=gettext_lazy("also shown to members"))
    def facts(self, mentor):
        """All that members read beside the bio, a line each; languages among it."""
        return "\n".join(f"{what}{colon()} {said}" for what, said in mentor_facts(mentor))

    @admin.display(description=gettext_lazy("photo"))
    def photo_in_words(self, mentor):
        """What is said about it; the picture stands below."""
        if not mentor.member.photo:
            return _("none")
        return mentor.member.photo_alt or _("without a description")

    def render_change_form(self, request, context, obj=None, **kwargs):
        """The page of one profile; its mentor can see that it was opened."""
        access_log.log_access(obj.member, by=request.user, what=AccessedObject.MENTOR)
        links = STAFF_MEMBER_LINKS.results(request.user, obj.member)
        here = reverse("admin:profiles_mentorprofile_change", args=[obj.pk])
        context["links"] = [
            (reverse("admin:profiles_member_change", args=[obj.member_id]), _("Member")),
            *(link for each in links for link in each if link[0] != here),
        ]
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def get_urls(self):
        """Hide, show again, the photo, and what every list of people has."""
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/hide/", wrap(self.hide), name="mentor_hide"),
            path("<int:pk>/unhide/", wrap(self.unhide), name="mentor_unhide"),
            path("<int:pk>/photo/", wrap(self.photo), name="mentor_photo"),
            *super().get_urls(),
        ]

    def hide(self, request, pk):
        """Ask for a reason, then take the profile off the list and mail the reason."""
        mentor = self.person_or_403(request, pk, methods=(*READS, "POST"))
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            if moderation.hide(mentor, reason=form.cleaned_data["reason"]):
                self.log_step(request, mentor, _("Hidden"))
            hidden = _("Profile hidden. We’ve emailed the reason to the mentor.")
            return self._done(request, mentor, hidden, ProfileHidden)
        question = _("%(name)s will come off the list. Their current mentorships continue.")
        return self.ask_reason(
            request,
            mentor,
            form,
            title=_("Hide profile"),
            question=question % {"name": mentor.member.name},
            button=_("Hide profile"),
        )

    def unhide(self, request, pk):
        """Back on the list; the mentor is told."""
        mentor = self.person_or_403(request, pk, methods=("POST",))
        if moderation.unhide(mentor):
            self.log_step(request, mentor, _("Shown again"))
        shown = _("Profile shown again. We’ve emailed the mentor.")
        return self._done(request, mentor, shown, ProfileShown)

    def photo(self, request, pk):
        """The picture that members see. 404 if there is none."""
        mentor = self.person_or_403(request, pk, methods=READS)
        content = photo_files.read(mentor.member.photo, "card") if mentor.member.photo else None
        if content is None:
            raise Http404
        return HttpResponse(content, content_type="image/jpeg")

    def _done(self, request, mentor, sentence, notification):
        messages.success(request, if_mail_arrives(sentence, to=mentor.member, notification=notification))
        return redirect(reverse("admin:profiles_mentorprofile_change", args=[mentor.pk]))
