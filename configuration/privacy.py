"""What the programme's settings hold about people: which coordinator changed what."""

from configuration.models import NumberChange
from mentoring.lib.registry.personal_data import Rights, declare

declare(
    NumberChange,
    owners=("made_by",),
    export="none: what a coordinator changed in the programme, never what a member did",
    leaving="kept: what a coordinator changed",
    member="S",
    staff=Rights(
        "S", insert="a number of days or requests between fixed limits: it opens no account and no text"
    ),
    worker="S",
)
