"""What coordinators set, for whoever asks for the programme's numbers."""

from configuration.services import changed_numbers
from mentoring.lib.programme import CHANGED_NUMBERS
from mentoring.lib.registry.hooks import coordinators_may

coordinators_may("configuration", "view_numberchange", "add_numberchange")
CHANGED_NUMBERS.register(name="numbers that coordinators changed")(changed_numbers)
