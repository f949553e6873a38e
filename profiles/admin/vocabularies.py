"""The vocabularies on the staff site."""

from django.contrib import admin

from mentoring.lib.admin import CLEAN_TEXTS, RestrictedModelAdmin
from profiles import vocabulary
from profiles.models import Term, TermLabel


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
