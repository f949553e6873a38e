"""What one event says to one person. Discreet: no name, no place, a summary that fits any calendar."""

from django.utils import translation
from django.utils.translation import gettext as _

from mentoring.lib.links import member_link as link
from mentorships.templatetags.private import plain


def says(row, member, *, discreet):
    """summary, description, url and location of a meeting or a rhythm, for one of its two, in their language.

    Discreet events do not even hold the address of the pair's page. A process without keys is told
    nothing that is sealed: its events have no location.
    """
    return words_of(row.mentorship, member, discreet=discreet) | {
        "location": "" if discreet else place_of(row)
    }


def words_of(mentorship, member, *, discreet):
    """summary, description and url: the same for all events of a pair."""
    url = link("my_meetings") if discreet else link("meeting_list", mentorship.code)
    name = mentorship.partner_of(member).name
    with translation.override(member.language):
        summary = _("Meeting") if discreet else _("Mentoring: %(name)s") % {"name": name}
        description = _("Details: %(url)s") % {"url": url}
    return {"summary": summary, "description": description, "url": url}


def place_of(row):
    """The place, number or link; a meeting of a rhythm that says none is where the rhythm says."""
    rhythm = getattr(row, "rhythm", None)
    return plain(row, "place") or (plain(rhythm, "place") if rhythm else "")
