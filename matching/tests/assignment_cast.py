"""Members who wait, and mentors of every tier, for the tests of assignment."""

from factories import member, mentor
from matching import wishes
from matching.assignment import deciding, proposing
from matching.models import Proposal, ProposedMentor, Wish

PUBLIC = {"library_type": "public", "time_zone": "Europe/Dublin", "languages": ["en"]}
FITS = {**PUBLIC, "helps_with": ["leadership"], "windows": ["weekends"], "formats": ["video"]}
MATTERS = {"work": "same", "windows": ["weekends"], "formats": ["video"]}


def waits(who=None, *, focus="leadership", what="knows maps.", **matters):
    """The wish of a member who has asked the coordinators; by default it is somebody from a public library."""
    who = who or member(**PUBLIC)
    wishes.ask_coordinators(who, what=what, focus=focus, **matters)
    return Wish.objects.get(member=who)


def fitting(**fields):
    """A mentor who fits all of MATTERS, but for what is said otherwise."""
    return mentor(**{**FITS, **fields})


def proposed():
    """{(member's name, mentor's name)} of a fresh proposal."""
    Proposal.objects.all().delete()
    deciding.ask_for_proposal()
    assert proposing.compute_proposals() == 1
    rows = ProposedMentor.objects.values_list("wish__member__name", "mentor__name")
    return set(rows)
