"""Cases as coordinators see them: what a member chose to tell, and the way to answer."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Subquery
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from conduct import rules, services
from conduct.forms import CaseAnswerForm
from conduct.models import Case, CaseText
from conduct.notifications import CaseAnswered
from mail.reach import if_mail_arrives
from mentoring.lib.admin import RestrictedModelAdmin
from mentoring.lib.pages import show_refusal
from profiles import access_log
from profiles.models import AccessedObject


@admin.register(Case)
class CaseAdmin(RestrictedModelAdmin):
    """The list tells kind, day and state. Who it is stands inside, and opening it is written down."""

    list_display = ("__str__", "kind", "opened_at", "state")
    view_on_site = False  # it has a page on the member site, and that is the member's
    ordering = ("-opened_at", "-pk")
    fields = readonly_fields = ("kind", "opened_at", "closed_at", "member_name", "about_name")
    change_form_template = "admin/conduct/case/change_form.html"

    def has_add_permission(self, request):
        """Members open them."""
        return False

    def has_change_permission(self, request, obj=None):
        """What was said is not changed."""
        return False

    def get_queryset(self, request):
        """Neither one's own nor one that names oneself."""
        last = CaseText.objects.filter(case=OuterRef("pk")).order_by("-written_at", "-pk")
        rows = super().get_queryset(request).select_related("member", "about")
        rows = rows.annotate(last_author=Subquery(last.values("author")[:1]))
        return rules.cases_readable_by(request.user, rows)

    @admin.display(description=_("state"))
    def state(self, case):
        """In a word."""
        if case.closed_at:
            return _("closed")
        return _("needs an answer") if case.last_author == case.member_id else _("answered")

    @admin.display(description=_("member"))
    def member_name(self, case):
        """Who wrote."""
        return case.member.name

    @admin.display(description=_("about"))
    def about_name(self, case):
        """Whom it names, if anybody."""
        return case.about.name if case.about else _("not named")

    def get_urls(self):
        """Answer and close."""
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/answer/", wrap(self.answer), name="case_answer"),
            path("<int:pk>/close/", wrap(self.close), name="case_close"),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, obj=None, **kwargs):
        """The page of one case. Whom it is of can see that it was opened."""
        self._looked(request, obj)
        context |= {"texts": services.texts_of_case(obj), "answer_form": CaseAnswerForm()}
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def answer(self, request, pk):
        """Answer; the member gets a mail without the words."""
        case = self._case(request, pk)
        form = CaseAnswerForm(request.POST)
        if form.is_valid():
            with show_refusal(services.IsClosed, form=form, field="text"):
                services.answer_case(case, author=request.user, text=form.cleaned_data["text"])
                answered = _(
                    "Answer sent. We’ll email the member to say so; the email does not include the answer."
                )
                answered = if_mail_arrives(answered, to=case.member, notification=CaseAnswered)
                messages.success(request, answered)
                return redirect(reverse("admin:conduct_case_change", args=[pk]))
        context = {
            **self.admin_site.each_context(request),
            "answer_form": form,
            "case": case,
            "opts": self.opts,
            "title": _("Answer"),
        }
        return TemplateResponse(request, "admin/conduct/case/answer.html", context, status=422)

    def close(self, request, pk):
        """Nothing more is added; it stays readable."""
        services.close_case(self._case(request, pk))
        messages.success(request, _("Case closed. The member can still read it."))
        return redirect(reverse("admin:conduct_case_change", args=[pk]))

    def _case(self, request, pk):
        if not self.has_view_permission(request) or request.method != "POST":
            raise PermissionDenied
        case = self.get_object(request, pk)
        if case is None:
            raise Http404
        return case

    def _looked(self, request, case):
        access_log.log_access(case.member, by=request.user, what=AccessedObject.CASE)
        if case.about:
            access_log.log_access(case.about, by=request.user, what=AccessedObject.ABOUT)
