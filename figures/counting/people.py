"""Who is there: members, mentors, mentees, and members by region, kind of library and career stage."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from figures.counting.tables import BARS, LINE, table
from figures.rounding import STEP_OF_STANDING, Mentees, People
from mentorships.models import Mentorship
from profiles.models import Member, MentorProfile
from profiles.models.mentor import ProfileStatus
from profiles.sign_ups import unconfirmed_sign_ups

PARTICIPANTS = "members"


def members_at(end):
    """Whoever was a member at that moment: joined, confirmed, and not gone."""
    there = Member.objects.filter(joined_at__lt=end).filter(Q(left_at=None) | Q(left_at__gte=end))
    return there.filter(Q(is_active=True) | Q(left_at__gte=end)).exclude(pk__in=unconfirmed_sign_ups())


def open_at(end):
    """Mentorships that went on at that moment."""
    begun = Mentorship.objects.filter(began_at__lt=end)
    return begun.filter(Q(ended_at=None) | Q(ended_at__gte=end))


@table(
    "people",
    section="reach",
    title=_("People in the programme"),
    rows={PARTICIPANTS: _("Members"), "mentors": _("Mentors, on the list or with a mentee")},
    plot=LINE,
    step=STEP_OF_STANDING,
)
def people(month):
    """Members, and those of them who mentor."""
    listed = MentorProfile.objects.filter(status=ProfileStatus.PUBLISHED, hidden_at=None)
    listed = listed.filter(published_at__lt=month.end, member__is_active=True)
    mentors = {*listed.values_list("member", flat=True), *open_at(month.end).values_list("mentor", flat=True)}
    return {
        PARTICIPANTS: People(set(members_at(month.end).values_list("pk", flat=True))),
        "mentors": People(mentors),
    }


@table(
    "mentees",
    section="reach",
    title=_("Mentees"),
    rows={"mentees": _("Mentees with a mentor")},
    plot=LINE,
    quarterly=True,
    empty=Mentees,
)
def mentees(month):
    """Who has a mentor."""
    two = list(open_at(month.end).values_list("mentee", "mentor").iterator())
    return {"mentees": Mentees({mentee for mentee, _mentor in two}, {mentor for _mentee, mentor in two})}


def _by(month, field):
    groups = {}
    for pk, value in members_at(month.end).values_list("pk", field).iterator():
        groups.setdefault(value.strip(), People()).members.add(pk)
    return groups


@table(
    "regions",
    section="reach",
    title=_("Members by region"),
    rows={},
    plot=BARS,
    breakdown=True,
    step=STEP_OF_STANDING,
    typed=True,
)
def regions(month):
    """As members typed them."""
    return _by(month, "region")


@table(
    "library-types",
    section="reach",
    title=_("Members by kind of library"),
    rows="library_type",
    plot=BARS,
    breakdown=True,
    step=STEP_OF_STANDING,
)
def library_types(month):
    """By the term of the vocabulary."""
    return _by(month, "library_type")


@table(
    "career-stages",
    section="reach",
    title=_("Members by career stage"),
    rows="career_stage",
    plot=BARS,
    breakdown=True,
    step=STEP_OF_STANDING,
)
def career_stages(month):
    """By the term of the vocabulary."""
    return _by(month, "career_stage")
