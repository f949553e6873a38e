"""What every page of the staff site keeps to."""

from django.contrib import admin
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from mentoring.lib.text import MultiLineField, SingleLineField

# What coordinators type is cleaned as what members type.
CLEAN_TEXTS = {
    models.CharField: {"form_class": SingleLineField},
    models.TextField: {"form_class": MultiLineField},
}


class RestrictedModelAdmin(admin.ModelAdmin):
    """No deletion (closing an account is a service), no lookups beyond the fields shown.

    The delete page lists related rows of any model, and a filter in the address bar can tell who
    has a mentor: both are ways into a pair (P13; ways 9 and 10 of the leak test).
    """

    formfield_overrides = CLEAN_TEXTS
    actions = None
    list_per_page = 50
    show_full_result_count = False
    may_look_up = ()

    def lookup_allowed(self, lookup, value, request=None):
        """Only the plain fields named here, and what our own filters are called."""
        filters = {getattr(listed, "parameter_name", None) for listed in self.list_filter}
        return lookup in self.may_look_up or lookup in filters

    def changelist_view(self, request, extra_context=None):
        """Headed by what is listed, not by what to do with it."""
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    def has_delete_permission(self, request, obj=None):
        """Nobody, a superuser included."""
        return False

    def log_step(self, request, obj, what):
        """Write into the history of a row that this coordinator took a step, in words that name no other person."""
        self.log_change(request, obj, str(what))


class NamedPages:
    """For a ModelAdmin: the page of a row is headed by a name instead of "Member 9"; the tab names nobody."""

    change_form_template = "admin/named_change_form.html"

    def row_name(self, obj):
        """The name of one row, for those who look at it."""
        return str(obj)

    def render_change_form(self, request, context, obj=None, **kwargs):
        """The page of one row."""
        if obj:
            context |= {"title": self.row_name(obj), "subtitle": None, "row_name": self.row_name(obj)}
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def history_view(self, request, object_id, extra_context=None):
        """Who did what with it."""
        obj = self.get_object(request, object_id)
        title = obj and {"title": _("Who did what: %(name)s") % {"name": self.row_name(obj)}}
        return super().history_view(request, object_id, extra_context=title or None)
