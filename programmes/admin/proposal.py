"""Names for the mentees of a programme who have no mentor: looked at by a coordinator before anybody else sees them."""

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from matching.models import Tier
from mentoring.lib.pages import show_refusal
from mentorships.services.locking import Conflict
from profiles import access_log
from profiles.models import AccessedObject
from programmes.services import naming

SECONDS_TO_LOOK_AGAIN = 3


class NamePages:
    """A part of the admin of programmes."""

    def name_urls(self):
        """For `get_urls`."""
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/names/", wrap(self.names), name="programme_names"),
            path("<int:pk>/names/find/", wrap(self.names_find), name="programme_names_find"),
            path("<int:pk>/names/send/", wrap(self.names_send), name="programme_names_send"),
            path("<int:pk>/names/<int:name>/remove/", wrap(self.names_remove), name="programme_names_remove"),
        ]

    def names(self, request, pk):
        """Where it stands; every member named can see that it was opened."""
        programme = self.programme_or_refuse(request, pk, method="GET")
        names = naming.names_by_mentee(programme)
        seen = {mentee for mentee, _names in names} | {one.mentor for _mentee, few in names for one in few}
        access_log.log_accesses(seen, by=request.user, what=AccessedObject.PROGRAMME)
        context = self.admin_site.each_context(request) | {
            "title": _("Mentors for those who have none"),
            "opts": self.opts,
            "programme": programme,
            "computing": naming.is_computing(programme),
            "again": SECONDS_TO_LOOK_AGAIN,
            "names": [(mentee, [(one, Tier(one.tier).label) for one in few]) for mentee, few in names],
        }
        return TemplateResponse(request, "admin/programmes/names.html", context)

    def names_find(self, request, pk):
        """Let the worker begin."""
        programme = self.programme_or_refuse(request, pk)
        with show_refusal(Conflict, request=request):
            naming.ask_for_names(programme)
        return redirect("admin:programme_names", pk)

    def names_remove(self, request, pk, name):
        """Take one name out."""
        programme = self.programme_or_refuse(request, pk)
        with show_refusal(Conflict, request=request):
            naming.remove_name(programme, name)
            messages.success(request, _("Name removed. Nobody was told anything."))
        return redirect("admin:programme_names", pk)

    def names_send(self, request, pk):
        """Let the members see them."""
        sent = naming.send_names(self.programme_or_refuse(request, pk))
        said = ngettext(
            "Sent to %(n)s member. They choose who to ask, and mentors still say yes or no.",
            "Sent to %(n)s members. They choose who to ask, and mentors still say yes or no.",
            sent,
        )
        messages.success(request, said % {"n": sent})
        return redirect("admin:programme_names", pk)
