"""What the handbook holds about people: nothing."""

from guidance.models import Video
from mentoring.lib.registry.personal_data import Rights, columns, declare

ABOUT_NOBODY = "a link and a text for everyone, without HTML: they open no account and no text"

declare(
    Video,
    owners=(),
    export="none: it is of nobody",
    leaving="kept: it is of nobody",
    member=Rights("SU"),
    staff=Rights(
        "S",
        insert=ABOUT_NOBODY,
        change=columns(
            "chapter",
            "language",
            "title",
            "url",
            "minutes",
            "text",
            "is_shown",
            "gone_since",
            why=ABOUT_NOBODY,
        ),
    ),
    worker="S",  # for the weekly mail of what waits
)
