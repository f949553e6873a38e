"""Cases as coordinators see them: what a member chose to tell, and the way to answer."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from conduct import rules, services
from conduct.admin_filters import CaseStateFilter, KindFilter
from conduct.admin_steps import CaseSteps
from conduct.forms import CaseAnswerForm, CaseCloseForm
from conduct.models import Case, CaseState
from mentoring.lib.admin import RestrictedModelAdmin
from mentoring.lib.ages import age_words, is_late
from profiles import access_log
from profiles.models import AccessedObject


@admin.register(Case)
class CaseAdmin(CaseSteps, RestrictedModelAdmin):
    """The list tells kind, age and state. Who it is stands inside, and opening it is written down."""

    list_display = ("what", "state", "waits", "holder", "opened_at")
    list_filter = (CaseStateFilter, KindFilter)
    view_on_site = False  # it has a page on the member site, and that is the member's
    ordering = (F("waiting_since").asc(nulls_last=True), "-opened_at")
    fields = readonly_fields = (
        "what",
        "opened_at",
        "closed_at",
        "state",
        "holder",
        "member_name",
        "about_name",
    )

    def has_add_permission(self, request):
        """Members open them."""
        return False

    def has_change_permission(self, request, obj=None):
        """What was said is not changed."""
        return False

    def get_queryset(self, request):
        """Neither one's own nor one that names oneself."""
        rows = super().get_queryset(request).select_related("member", "about", "held_by")
        return rules.cases_readable_by(request.user, rows)

    @admin.display(description=_("case"), ordering="kind")
    def what(self, case):
        """Its kind."""
        return case.title

    @admin.display(description=_("state"))
    def state(self, case):
        """In a word."""
        return case.state.label

    @admin.display(description=_("has been waiting"), ordering="waiting_since", empty_value="")
    def waits(self, case):
        """How long, in words; nothing if nobody waits."""
        return case.waiting_since and age_words(case.waiting_since, timezone.now())

    @admin.display(description=_("taken on by"), empty_value="")
    def holder(self, case):
        """The coordinator who sees to it."""
        return case.held_by and case.held_by.name

    @admin.display(description=_("member"))
    def member_name(self, case):
        """Who wrote."""
        return case.member.name

    @admin.display(description=_("about"))
    def about_name(self, case):
        """Whom it names, if anybody."""
        return case.about.name if case.about else _("not named")

    def get_urls(self):
        """The steps of a case."""
        wrap = self.admin_site.admin_view
        steps = ("answer", "close", "take", "hand_back", "reopen")
        return [
            *(
                path(f"<int:pk>/{step.replace('_', '-')}/", wrap(getattr(self, step)), name=f"case_{step}")
                for step in steps
            ),
            *super().get_urls(),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The page of one case: a page to read, with forms for the steps."""
        if request.method == "POST" or not self.has_view_permission(request):
            raise PermissionDenied
        case = self.get_object(request, object_id)
        if case is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return self.show_case(request, case)

    def show_case(self, request, case, *, form=None, close=False, new_since=None, status=200):
        """The conversation with the form of an answer or of closing. Whom it is of can see that it was opened."""
        self._log_look(request, case)
        close = close and not case.closed_at
        texts = services.texts_of_case(case)
        seen = {"seen": texts[-1].pk if texts else 0}
        now = timezone.now()
        context = {
            **self.admin_site.each_context(request),
            "title": case.title,
            "tab_title": self.opts.verbose_name,
            "opts": self.opts,
            "case": case,
            "texts": texts,
            "state": CaseState(case.state).label,
            "age": case.waiting_since and age_words(case.waiting_since, now),
            "late": case.waiting_since
            and is_late(case.waiting_since, days=rules.LATE_DAYS[case.kind], now=now),
            "form": form or (CaseCloseForm if close else CaseAnswerForm)(initial=seen),
            "seen": seen["seen"],
            "new_since": new_since,
            "needs_last_word": rules.needs_last_word(case),
        }
        template = "close" if close else "case"
        return TemplateResponse(request, f"admin/conduct/case/{template}.html", context, status=status)

    def case_or_404(self, request, pk, *, methods=("POST",)):
        """A case that this coordinator may read, for a step by one of these methods."""
        if not self.has_view_permission(request) or request.method not in methods:
            raise PermissionDenied
        case = self.get_object(request, pk)
        if case is None:
            raise Http404
        return case

    def _log_look(self, request, case):
        access_log.log_access(case.member, by=request.user, what=AccessedObject.CASE)
        if case.about:
            access_log.log_access(case.about, by=request.user, what=AccessedObject.ABOUT)
