"""The vocabularies on the staff site."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.admin import CLEAN_TEXTS, NamedPages, RestrictedModelAdmin
from mentoring.lib.pages import show_refusal
from profiles import merging, vocabulary
from profiles.admin.term_form import MergeForm, TermForm, TermLabelForm
from profiles.admin.term_history import change_in_words
from profiles.models import Term, TermLabel
from profiles.word_use import count_profiles


class TermLabelInline(admin.TabularInline):
    """What a term is called in other languages."""

    model = TermLabel
    form = TermLabelForm
    formfield_overrides = CLEAN_TEXTS
    extra = 1
    can_delete = False


@admin.register(Term)
class TermAdmin(NamedPages, RestrictedModelAdmin):
    """The vocabularies. Words are retired, never deleted, so that old profiles still read well."""

    form = TermForm
    list_display = ("label", "kind", "slug", "position", "standing")
    list_filter = ("kind", "retired")
    may_look_up = ("kind__exact", "retired__exact")
    search_fields = ("label", "slug", "synonyms", "labels__label")
    fields = (
        *("kind", "label", "slug", "description", "synonyms"),
        *("group", "related", "position", "retired"),
    )
    inlines = [TermLabelInline]
    change_form_template = "admin/profiles/term/change_form.html"

    @admin.display(description=gettext_lazy("state"), ordering="retired", empty_value="")
    def standing(self, term):
        """Nothing to say of a word that is offered."""
        if term.merged_into:
            return _("merged into %(word)s") % {"word": term.merged_into}
        return _("retired") if term.retired else ""

    def get_fields(self, request, obj=None):
        """With the box that confirms that words are taken away."""
        after = self.fields.index("synonyms") + 1
        return (*self.fields[:after], "take_away", *self.fields[after:])

    def get_readonly_fields(self, request, obj=None):
        """A slug once given is never changed."""
        return ("kind", "slug") if obj else ()

    def render_change_form(self, request, context, obj=None, **kwargs):
        """With how many profiles use the word."""
        if obj:
            context["used_by"] = count_profiles(obj.kind, obj.slug)
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def construct_change_message(self, request, form, formsets, add=False):
        """What was there before, too: the history is the way back."""
        return _("Added") if add else change_in_words(form, formsets)

    def save_related(self, request, form, formsets, change):
        """Keep its labels, and let every process read the words again."""
        super().save_related(request, form, formsets, change)
        vocabulary.changed()

    def get_urls(self):
        """Merging, beside what the stock admin has."""
        merge = self.admin_site.admin_view(self.merge)
        return [path("<int:pk>/merge/", merge, name="term_merge"), *super().get_urls()]

    def merge(self, request, pk):
        """Ask into which word this one goes; the worker puts that into profiles."""
        if not self.has_change_permission(request) or request.method not in ("GET", "HEAD", "POST"):
            raise PermissionDenied
        term = get_object_or_404(Term, pk=pk)
        form = MergeForm(request.POST if request.method == "POST" else None, term=term)
        if form.is_valid():
            with show_refusal(merging.CannotMerge, form=form, field="into"):
                into = form.cleaned_data["into"]
                merging.merge_terms(term, into)
                names = {"gone": term.label, "stays": into.label}
                self.log_step(request, term, _("Merged “%(gone)s” into “%(stays)s”") % names)
                self.log_step(request, into, _("Took in “%(gone)s”") % names)
                merged = _("“%(gone)s” is now “%(stays)s”. Profiles that use it change within a few minutes.")
                messages.success(request, merged % names)
                return redirect(reverse("admin:profiles_term_change", args=[into.pk]))
        context = {
            **self.admin_site.each_context(request),
            "form": form,
            "term": term,
            "opts": self.opts,
            "title": _("Merge “%(word)s” into another word") % {"word": term.label},
            "used_by": count_profiles(term.kind, term.slug),
        }
        return TemplateResponse(request, "admin/profiles/term/merge.html", context)
