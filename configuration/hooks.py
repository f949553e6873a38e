"""What coordinators set, for whoever asks for the programme's numbers and texts."""

from django.utils.translation import gettext_lazy as _

from configuration import exchange_numbers, exchange_texts
from configuration.services import changed_numbers, export_texts
from configuration.texts.in_force import texts_of_mail
from configuration.texts.to_do import texts_left_behind
from configuration.texts.words import changed_words
from mentoring.lib.changed_texts import CHANGED_TEXTS
from mentoring.lib.changed_words import CHANGED_WORDS
from mentoring.lib.programme import CHANGED_NUMBERS
from mentoring.lib.registry.handover import settings_part
from mentoring.lib.registry.hooks import STAFF_TO_DO
from mentoring.lib.registry.roles import coordinators_may

coordinators_may("configuration", "view_numberchange", "add_numberchange")
coordinators_may("configuration", "view_textchange", "add_textchange")
coordinators_may("configuration", "view_announcement", "add_announcement")
CHANGED_NUMBERS.register(name="numbers that coordinators changed")(changed_numbers)
settings_part(
    "numbers",
    _("Numbers"),
    export=exchange_numbers.export_numbers,
    read=exchange_numbers.read_numbers,
    changed=exchange_numbers.changed_from_shipped,
    order=10,
)
settings_part(
    "texts",
    _("Texts"),
    export=export_texts,
    read=exchange_texts.read_texts,
    changed=exchange_texts.changed_from_shipped,
    order=20,
)
CHANGED_TEXTS.register(name="sentences of mails that coordinators changed")(texts_of_mail)
CHANGED_WORDS.register(name="words that coordinators changed")(changed_words)
STAFF_TO_DO.register(order=70)(texts_left_behind)
