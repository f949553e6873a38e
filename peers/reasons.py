"""What two members have in common, in words. Never a score."""

from django.utils.translation import gettext as _

from profiles.shown import labels
from profiles.vocabulary import words

SHOWN = 4


def reasons(member, other):
    """A few sentences about what is alike, the closest first."""
    return list(_alike(member, other))[:SHOWN]


def _alike(member, other):
    if other.library_size == "solo" == member.library_size:
        yield _("also works solo")
    if other.library_type and other.library_type == member.library_type:
        library = words().name("library_type", other.library_type)
        yield _("the same kind of library: %(library)s") % {"library": library}
    if other.career_stage and other.career_stage == member.career_stage:
        yield _("at the same career stage")
    for field, kind in (("seeking", "helps_with"), ("seeking_areas", "area")):
        shared = [slug for slug in getattr(other, field) if slug in getattr(member, field)]
        if shared:
            yield _("also interested in %(what)s") % {"what": ", ".join(labels(kind, shared[:2]))}
    if other.country and member.country and other.country != member.country:
        yield _("in another country: %(country)s") % {"country": other.country.name}
