"""The lines of the list of peers on the staff site: to read, and to hide."""

from django.contrib import admin, messages
from django.db.models import Q
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from mail.reach import if_mail_arrives
from mentoring.lib.registry.hooks import STAFF_MEMBER_LINKS
from peers import moderation
from peers.models import PeerProfile
from peers.notifications import LineHidden, LineShown
from profiles import access_log
from profiles.admin.filters import ChoiceFilter
from profiles.admin.people import PeopleAdmin, ReasonForm
from profiles.models import AccessedObject


class LineFilter(ChoiceFilter):
    """Where a line stands."""

    title, parameter_name = gettext_lazy("state"), "state"
    answers = (
        ("listed", gettext_lazy("on the list"), Q(looking=True, hidden_at=None)),
        ("left", gettext_lazy("not looking right now"), Q(looking=False)),
        ("hidden", pgettext_lazy("profile", "hidden"), Q(hidden_at__isnull=False)),
    )


@admin.register(PeerProfile)
class PeerProfileAdmin(PeopleAdmin):
    """What members read there. Who asks whom, and who are peers, is theirs."""

    list_display = ("name", "looking", "hidden_at", "changed_at")
    list_filter = (LineFilter,)
    list_select_related = ("member",)
    search_fields = ("member__name", "about")
    search_help_text = gettext_lazy("Name or words of the line")
    ordering = ("member__name", "pk")
    fields = readonly_fields = ("name", "about", "looking", "changed_at", "hidden_at", "hidden_reason")
    export_columns = ("name", "about", "looking", "changed_at", "hidden_at")
    change_form_template = "admin/peers/peer.html"

    def row_name(self, profile):
        """What the page of a line is headed by."""
        return profile.member.name

    @admin.display(description=gettext_lazy("name"), ordering="member__name")
    def name(self, profile):
        """Of the member."""
        return profile.member.name

    def render_change_form(self, request, context, obj=None, **kwargs):
        """The page of one line; its member can see that it was opened."""
        access_log.log_access(obj.member, by=request.user, what=AccessedObject.PEER)
        links = STAFF_MEMBER_LINKS.results(request.user, obj.member)
        here = reverse("admin:peers_peerprofile_change", args=[obj.pk])
        member = reverse("admin:profiles_member_change", args=[obj.member_id])
        others = [link for each in links for link in each if link[0] != here]
        context["links"] = [(member, _("Member")), *others]
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def get_urls(self):
        """Hide, and show again."""
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/hide/", wrap(self.hide), name="peer_hide"),
            path("<int:pk>/unhide/", wrap(self.unhide), name="peer_unhide"),
            *super().get_urls(),
        ]

    def hide(self, request, pk):
        """Ask for a reason, then take the line off the list and mail the reason."""
        profile = self.person_or_403(request, pk, methods=("GET", "HEAD", "POST"))
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            if moderation.hide(profile, reason=form.cleaned_data["reason"]):
                self.log_step(request, profile, _("Hidden"))
            hidden = _("Line hidden. We’ve emailed the reason to the member.")
            return self._done(request, profile, hidden, LineHidden)
        question = _("%(name)s will come off the list of peers. Their current mentorships continue.")
        return self.ask_reason(
            request,
            profile,
            form,
            title=_("Hide line"),
            question=question % {"name": profile.member.name},
            button=_("Hide line"),
        )

    def unhide(self, request, pk):
        """Back on the list; the member is told."""
        profile = self.person_or_403(request, pk, methods=("POST",))
        if moderation.unhide(profile):
            self.log_step(request, profile, _("Shown again"))
        return self._done(request, profile, _("Line shown again. We’ve emailed the member."), LineShown)

    def _done(self, request, profile, sentence, notification):
        messages.success(request, if_mail_arrives(sentence, to=profile.member, notification=notification))
        return redirect(reverse("admin:peers_peerprofile_change", args=[profile.pk]))
