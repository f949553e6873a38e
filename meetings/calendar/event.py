"""What one event says to one person. Discreet: no name, no place, a summary that fits any calendar."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from mentoring.lib.links import member_link as link
from mentorships.templatetags.private import plain


@dataclass(frozen=True)
class Event:
    """One VEVENT before it is written. Times are aware and in UTC, but for those of a rule.

    With `rule`, `starts` and `planned` are naive wall times in `zone`, and `left_out` too.
    """

    uid: UUID
    sequence: int
    starts: datetime
    ends: datetime
    summary: str
    description: str
    url: str
    location: str = ""
    zone: str = "UTC"
    rule: str = ""
    left_out: list = field(default_factory=list)  # wall times of the rule at which nothing is
    planned: datetime | None = None  # this is one of a rule's, planned for then (naive wall time)
    cancelled: bool = False


def says(row, member, *, discreet):
    """summary, description, url and location of a meeting or a rhythm, for one of its two, in their language.

    Discreet events do not even hold the address of the pair's page. A process without keys is told
    nothing that is sealed: its events have no location.
    """
    url = link("my_meetings") if discreet else link("meeting_list", row.mentorship.code)
    name = row.mentorship.partner_of(member).name
    with translation.override(member.language):
        summary = _("Meeting") if discreet else _("Mentoring: %(name)s") % {"name": name}
        description = _("Details: %(url)s") % {"url": url}
    return {
        "summary": summary,
        "description": description,
        "url": url,
        "location": "" if discreet else place_of(row),
    }


def place_of(row):
    """The place, number or link; a meeting of a rhythm that says none is where the rhythm says."""
    rhythm = getattr(row, "rhythm", None)
    return plain(row, "place") or (plain(rhythm, "place") if rhythm else "")
