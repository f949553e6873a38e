"""What coordinators set, for whoever asks for the programme's numbers."""

from django.utils.translation import gettext_lazy as _

from configuration import exchange
from configuration.services import changed_numbers
from mentoring.lib.programme import CHANGED_NUMBERS
from mentoring.lib.registry.handover import settings_part
from mentoring.lib.registry.roles import coordinators_may

coordinators_may("configuration", "view_numberchange", "add_numberchange")
CHANGED_NUMBERS.register(name="numbers that coordinators changed")(changed_numbers)
settings_part(
    "numbers",
    _("Numbers"),
    export=exchange.export_numbers,
    read=exchange.read_numbers,
    changed=exchange.changed_from_shipped,
    order=10,
)
