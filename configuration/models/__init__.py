"""What coordinators have set for the programme, each change a row."""

from configuration.models.announcements import Announcement, Audience
from configuration.models.change import Change
from configuration.models.numbers import NumberChange
from configuration.models.texts import TextChange, TextKey, TextKind

__all__ = ["Announcement", "Audience", "Change", "NumberChange", "TextChange", "TextKey", "TextKind"]
