"""The association's list on the staff site: the list itself, files of members, and words for memberships."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from joining.clashes import keep_answer
from joining.forms import FIELD_LABELS, UploadForm
from joining.models import ImportState, RosterEntry, RosterImport, TroubleKind
from joining.reading.csv_file import BadFile
from joining.reading.headings import tells_membership
from joining.report import report_lines
from joining.staging import ColumnsMissing, decide_import, stage_file
from joining.states import keep_meaning
from joining.webhook.admin_pages import SAID_ONE, SAID_TWO, QuestionPages
from mentoring.lib.admin import RestrictedModelAdmin
from profiles.admin.filters import ChoiceFilter

LOOK_AGAIN_SECONDS = 3
TROUBLES_SHOWN = 200


class FileFilter(ChoiceFilter):
    """Who was in a file before, and is not in the newest."""

    title, parameter_name = _("file"), "file"
    answers = (("missing", _("not in the last file"), Q(missing_since__isnull=False)),)


@admin.register(RosterEntry)
class RosterEntryAdmin(RestrictedModelAdmin):
    """Whom the association says are its members. Facts come from its files, and are changed there."""

    list_display = ("name", "email", "external_id", "state", "paid_through", "has_account")
    list_filter = ("state", FileFilter)
    search_fields = ("name", "email", "external_id")
    fields = readonly_fields = (
        *("name", "preferred_name", "email", "external_id", "former_ids"),
        *("job_title", "employer", "city", "region", "country", "language"),
        *("state", "paid_through", "missing_since", "added_at", "has_account"),
    )
    may_look_up = ("state__exact",)
    list_select_related = ()

    def has_add_permission(self, request):
        """By a file."""
        return False

    def has_change_permission(self, request, obj=None):
        """By the next file."""
        return False

    @admin.display(description=_("takes part"), boolean=True)
    def has_account(self, entry):
        """Whether they have an account here."""
        return entry.member_id is not None


@admin.register(RosterImport)
class RosterImportAdmin(QuestionPages, RestrictedModelAdmin):
    """Files of members: uploaded, checked by the worker, decided on by a coordinator."""

    list_display = ("file_name", "made_at", "state", "total", "made_by_name")
    fields = readonly_fields = list_display
    list_select_related = ("made_by",)

    def has_change_permission(self, request, obj=None):
        """Only by the steps below."""
        return False

    @admin.display(description=_("uploaded by"), empty_value="")
    def made_by_name(self, an_import):
        """A coordinator; nobody for a file that the operator has taken in."""
        return an_import.made_by and an_import.made_by.name

    def get_urls(self):
        """The steps of a file."""
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/decide/", wrap(self.decide), name="import_decide"),
            path("<int:pk>/state/", wrap(self.name_state), name="import_state"),
            path("<int:pk>/person/", wrap(self.answer_clash), name="import_person"),
            *self.question_urls(),
            *super().get_urls(),
        ]

    def add_view(self, request, form_url="", extra_context=None):
        """Upload a file. It is read at once, and checked by the worker."""
        self.only_importers(request)
        headings = request.POST.getlist("heading")[:500]
        posted = (request.POST, request.FILES) if request.method == "POST" else ()
        form = UploadForm(*posted, headings=headings)
        if request.method == "POST" and form.is_valid():
            file = form.cleaned_data["file"]
            try:
                an_import = stage_file(file, name=file.name, by=request.user, columns=form.columns)
            except ColumnsMissing as error:
                headings, form = error.headings, UploadForm(headings=error.headings)
                form.fields["file"].help_text = _("Choose the same file again.")
                return self.joining_page(request, "upload", form=form, headings=headings, unclear=True)
            except BadFile as error:
                form.add_error("file", str(error))
            else:
                return redirect("admin:joining_rosterimport_change", an_import.pk)
        return self.joining_page(request, "upload", form=form, headings=headings)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """What a file would change; or how far the work on it has come."""
        if request.method != "GET" or not self.has_view_permission(request):
            raise PermissionDenied
        an_import = self.get_object(request, object_id)
        if an_import is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        troubles = an_import.troubles.all()
        return self.joining_page(
            request,
            "import",
            an_import=an_import,
            working=an_import.state in (ImportState.READ, ImportState.CONFIRMED),
            again=LOOK_AGAIN_SECONDS,
            lines=report_lines(an_import),
            columns=[(FIELD_LABELS[field], heading) for field, heading in an_import.columns.items()],
            everyone_counts=not tells_membership(an_import.columns),
            unknown=sorted({one.text for one in troubles.filter(kind=TroubleKind.STATE)}),
            troubles=troubles.exclude(kind=TroubleKind.STATE)[:TROUBLES_SHOWN],
        )

    def decide(self, request, pk):
        """Update the list, or not."""
        an_import = self._step(request, pk)
        state = ImportState.CONFIRMED if "take" in request.POST else ImportState.DISCARDED
        if not decide_import(an_import, state):
            messages.error(request, _("Someone has already decided on this file."))
        elif state == ImportState.DISCARDED:
            messages.success(request, _("Discarded. Nothing has changed on the list."))
        return redirect("admin:joining_rosterimport_change", an_import.pk)

    def name_state(self, request, pk):
        """Say what the association's word for a membership means; the file is checked again."""
        an_import = self._step(request, pk)
        meaning = "current" if "current" in request.POST else "lapsed"
        keep_meaning(request.POST.get("word", ""), meaning, by=request.user)
        return self._check_again(request, an_import)

    def answer_clash(self, request, pk):
        """Say whether two people who share an address are one; the file is checked again."""
        an_import = self._step(request, pk)
        key, same = request.POST.get("clash"), "same" in request.POST
        asked = an_import.troubles.exclude(clash="").values_list("clash", flat=True)
        if key not in set(asked):
            return redirect("admin:joining_rosterimport_change", an_import.pk)
        keep_answer(key, same=same, by=request.user)
        self.log_step(request, an_import, SAID_ONE if same else SAID_TWO)
        return self._check_again(request, an_import)

    def _check_again(self, request, an_import):
        checked = RosterImport.objects.filter(pk=an_import.pk, state=ImportState.CHECKED)
        checked.update(state=ImportState.READ, done=0)
        messages.success(request, _("Saved, for this file and all later ones."))
        return redirect("admin:joining_rosterimport_change", an_import.pk)

    def _step(self, request, pk):
        self.only_importers(request)
        if request.method != "POST":
            raise PermissionDenied
        return get_object_or_404(RosterImport, pk=pk)

    def only_importers(self, request):
        """PermissionDenied for whoever may not decide on a file."""
        if not self.has_add_permission(request):
            raise PermissionDenied

    def joining_page(self, request, template, *, form=None, **context):
        """A page of the staff site out of templates/admin/joining."""
        shown = {
            **self.admin_site.each_context(request),
            "title": capfirst(self.opts.verbose_name_plural),
            "opts": self.opts,
            "form": form,
            **context,
        }
        status = 422 if form is not None and form.errors or "unclear" in context else 200
        return TemplateResponse(request, f"admin/joining/{template}.html", shown, status=status)
