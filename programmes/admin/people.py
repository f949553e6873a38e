"""What may be seen of a programme: rounded numbers, and the people who agreed to be seen. Each look is logged."""

from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from mentoring.lib.paging import page_of, pages_of
from profiles import access_log
from profiles.models import AccessedObject
from programmes import staff

PER_PAGE = 50


class PeoplePages:
    """A part of the admin of programmes."""

    def people_urls(self):
        """For `get_urls`."""
        page = self.admin_site.admin_view(self.people)
        return [path("<int:pk>/people/", page, name="programme_people")]

    def people(self, request, pk):
        """Numbers for all levels; names, pairs and milestones as far as they were agreed to."""
        programme = self.programme_or_refuse(request, pk, method="GET")
        people = page_of(staff.people_of(programme), request.GET.get("page"), PER_PAGE)
        pairs = page_of(staff.pairs_of(programme), request.GET.get("pairs"), PER_PAGE)
        seen = {row.member for row in people} | {row.mentor for row in pairs} | {row.mentee for row in pairs}
        access_log.log_accesses(seen, by=request.user, what=AccessedObject.PROGRAMME)
        context = self.admin_site.each_context(request) | {
            "title": _("Who takes part"),
            "opts": self.opts,
            "programme": programme,
            "numbers": staff.numbers_of(programme),
            "numbers_only": staff.shows_numbers_only(programme),
            "people": people,
            "people_pages": pages_of(people),
            "pairs": pairs,
            "pair_pages": pages_of(pairs),
        }
        return TemplateResponse(request, "admin/programmes/people.html", context)
