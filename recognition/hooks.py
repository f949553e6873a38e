"""What certificates and hours offer to others: what a form's fields are called, and mentorships as records."""

from django.utils.translation import gettext_lazy

from mentoring.lib.registry.hooks import TAKEN_PARTS, label_fields
from recognition import records

TAKEN_PARTS.register(order=10)(records.mentorships_of)
label_fields(
    {
        "hours": gettext_lazy("Hours"),
        "time_kind": gettext_lazy("What was it?"),
        "time_note": gettext_lazy("Your note on it"),
    }
)
