"""Mentors to think of, each with its reasons in words (product 12, 15). Never a percentage."""

from heapq import nsmallest

from django.utils.translation import gettext as _

from directory.facets import BY_KIND
from directory.pages import first_of
from directory.time_zones import overlapping_zones
from mentoring.lib.separators import semicolon

LOOKED_AT = 200
SUGGESTED = 3


def suggest(member, index, everyone):
    """{mentor id: reason}: two like the member, one from somewhere quite different; or three like the member."""
    if not (member.seeking or member.seeking_areas or member.library_type or member.career_stage):
        return {}
    open_now = everyone & index.having("accepting", "true") & ~own_place(member, index)
    spoken = index.having("language", *(member.languages or ["en"]))
    open_now = open_now & spoken or open_now
    helping = index.having("helps_with", *member.seeking) | index.having("area", *member.seeking_areas)
    around = (open_now & helping) or open_now
    alike = index.having("library_type", member.library_type) if member.library_type else 0
    # Whoever has not said where they work gets nobody from elsewhere.
    count = SUGGESTED - 1 if alike else SUGGESTED
    near = _best(member, index, (around & alike) or around, count, _near_reasons)
    rest = around & ~alike & ~index.set_of(near)
    far = _best(member, index, rest, 1, _far_reasons) if alike else {}
    return near | far


def own_place(member, index):
    """The set of the member alone; of nobody, if they are not in the list."""
    profile = getattr(member, "mentor_profile", None) if member.is_mentor else None
    return index.set_of([profile.pk]) if profile else 0


def _best(member, index, chosen, count, reasons_of):
    """{id: reasons} of those with most in common, out of the first few hundred."""
    best = most_alike(index, chosen, _wanted(member), count)
    reasons = {index.ids[slot]: reasons_of(member, frozenset(index.facets[slot])) for slot in best}
    return {pk: f"{semicolon()} ".join(said) for pk, said in reasons.items() if said}


def most_alike(index, chosen, wanted, count):
    """The slots of those with most of the wanted facets, out of the first few hundred chosen."""
    keys, looked_at = index.keys["recommended"], first_of(index, chosen, LOOKED_AT)
    return nsmallest(count, looked_at, lambda slot: (-len(wanted & set(index.facets[slot])), keys[slot]))


def _wanted(member):
    """The facets that would be a reason."""
    alike = {f"{kind}={getattr(member, kind)}" for kind in ("library_type", "career_stage")}
    solo = {"library_size=solo"} if member.library_size == "solo" else set()
    areas = {f"area={slug}" for slug in member.seeking_areas}
    return alike | solo | areas | {f"helps_with={slug}" for slug in member.seeking}


def _near_reasons(member, has):
    reasons = [*_helping(member, has)[:2], *_knowing(member, has)[:2]]
    if member.library_type and f"library_type={member.library_type}" in has:
        reasons.append(_("works in the same kind of library"))
    if member.library_size == "solo" and "library_size=solo" in has:
        reasons.append(_("also works solo"))
    if member.career_stage and f"career_stage={member.career_stage}" in has:
        reasons.append(_("at the same career stage"))
    if member.country and f"country={member.country.code}" not in has and _awake(member, has):
        reasons.append(_("in another country, but at work when you are"))
    return reasons


def _helping(member, has):
    return [
        _("helps with %(what)s") % {"what": BY_KIND["helps_with"].labels().get(slug, slug).lower()}
        for slug in member.seeking
        if f"helps_with={slug}" in has
    ]


def _knowing(member, has):
    return [
        _("knows about %(what)s") % {"what": BY_KIND["area"].labels().get(slug, slug).lower()}
        for slug in member.seeking_areas
        if f"area={slug}" in has
    ]


def _awake(member, has):
    return any(f"zone={zone}" in has for zone in overlapping_zones(member.time_zone))


def _far_reasons(member, has):
    reasons = [_("works somewhere quite different, for a fresh view")]
    return [*reasons, *_helping(member, has)][:2]
