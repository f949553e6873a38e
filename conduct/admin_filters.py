"""The filters of the list of cases."""

from django.contrib.admin import SimpleListFilter
from django.utils.translation import gettext_lazy as _

from conduct.models import CaseKind, CaseState


class CaseStateFilter(SimpleListFilter):
    """Where a case stands."""

    title, parameter_name = _("state"), "state"

    def lookups(self, request, model_admin):
        """All of them."""
        return CaseState.choices

    def queryset(self, request, queryset):
        """Cases in the chosen state."""
        return queryset.in_state(self.value()) if self.value() in CaseState.values else queryset


class KindFilter(SimpleListFilter):
    """Help or reports."""

    title, parameter_name = _("case"), "kind"

    def lookups(self, request, model_admin):
        """As the list calls them."""
        return [(CaseKind.REPORT, _("Reports")), (CaseKind.HELP, _("Requests for help"))]

    def queryset(self, request, queryset):
        """Cases of the chosen kind."""
        return queryset.filter(kind=self.value()) if self.value() in CaseKind.values else queryset
