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
        "SD",
        insert=ABOUT_NOBODY,
        change=columns(
            "chapter", "language", "title", "url", "minutes", "text", "gone_since", why=ABOUT_NOBODY
        ),
    ),
)
