"""The way to the figures from the first page of the staff site."""

from django.contrib import admin
from django.shortcuts import redirect

from figures.models import Publication
from mentoring.lib.admin import RestrictedModelAdmin


@admin.register(Publication)
class PublicationAdmin(RestrictedModelAdmin):
    """Its list is the page of the figures. What was published stays as it is."""

    fields = readonly_fields = ("month", "counted_on")

    def changelist_view(self, request, extra_context=None):
        return redirect("figures_index")

    def has_add_permission(self, request):
        """The worker publishes."""
        return False

    def has_change_permission(self, request, obj=None):
        """Nobody."""
        return False
