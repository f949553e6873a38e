from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    """Meetings of a pair: proposed, agreed, kept in both calendars."""

    name = "meetings"
    verbose_name = _("Meetings")

    def ready(self):
        """The page of a pair shows when the two meet next; answers of calendars come in by mail."""
        from mail.incoming.inbox import READERS
        from meetings.pair_page import meetings_section
        from meetings.services import answers
        from mentorships.pair_page import PAIR_PAGE_SECTIONS

        PAIR_PAGE_SECTIONS.append(meetings_section)
        READERS.append(answers.take_reply)
