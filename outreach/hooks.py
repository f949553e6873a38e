"""What outreach offers to others: quotes that wait for a coordinator, and what fields are called."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.registry.hooks import STAFF_SITE, STAFF_TO_DO, StaffTask, label_fields
from mentoring.lib.registry.roles import coordinators_may
from outreach.models import Quote, QuoteState

LATE_DAYS = 7
coordinators_may("outreach", "view_quote", "change_quote")
label_fields({"quote": gettext_lazy("Your quote for the home page")})


@STAFF_TO_DO.register(order=65)
def quotes_to_read(coordinator):
    """One line for each that waits."""
    if not coordinator.has_perm("outreach.change_quote"):
        return
    for quote in Quote.objects.filter(state=QuoteState.WAITING).only("changed_at"):
        yield StaffTask(
            label=_("A quote for the home page is waiting"),
            since=quote.changed_at,
            url=reverse("admin:outreach_quote_change", urlconf=STAFF_SITE, args=[quote.pk]),
            action=_("Read the quote"),
            late_days=LATE_DAYS,
        )
