from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RemindersConfig(AppConfig):
    """What is due, to whom, when. Dates only, never words."""

    name = "reminders"
    verbose_name = _("Reminders")

    def ready(self):
        """Ask once more before a reminder goes out; show a pair its rhythm."""
        from mail.outgoing.suppression import SUPPRESSORS
        from mentorships.pair_page import PAIR_PAGE_SECTIONS
        from reminders.pair_page import contact_section
        from reminders.services.reasons import outdated_mails

        SUPPRESSORS.append(outdated_mails)
        PAIR_PAGE_SECTIONS.append(contact_section)
