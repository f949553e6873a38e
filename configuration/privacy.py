"""What the programme's settings hold about people: which coordinator changed what."""

from configuration.models import Announcement, NumberChange, TextChange
from mentoring.lib.registry.personal_data import Rights, declare

OPENS_NOTHING = {
    NumberChange: "a number of days or requests between fixed limits: it opens no account and no text",
    TextChange: "a text without HTML or script; no placeholder touches an address, and links stay in the templates",
    Announcement: "a text for many, without HTML or script: it opens no account and no text",
}

for model, why in OPENS_NOTHING.items():
    declare(
        model,
        owners=("made_by",),
        export="none: what a coordinator changed in the programme, never what a member did",
        leaving="kept: what a coordinator changed",
        member="S",
        staff=Rights("S", insert=why),
        worker="" if model is Announcement else "S",
    )
