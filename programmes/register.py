"""The mentors of a programme with places left: for a qualification, those who hold it come first."""

from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from conduct import blocks
from programmes.models import Enrolment, Pairing, Part, ProposedName

HERE = {"member__is_active": True, "member__leaving_at": None}


def with_places(programme, *, member):
    """Enrolments of its mentors who can be asked, with `left`; nobody who keeps apart from the member."""
    taken = Pairing.objects.filter(programme=OuterRef("programme"), mentorship__mentor=OuterRef("member"))
    taken = taken.filter(ended_at=None).exclude(mentorship__status="ended").order_by()
    count = taken.values("mentorship__mentor").annotate(n=Count("pk")).values("n")
    mentors = Enrolment.objects.enrolled(Part.MENTOR).filter(programme=programme, **HERE)
    left = F("places") - Coalesce(Subquery(count), 0)
    rows = mentors.annotate(left=left).filter(left__gt=0).exclude(member=member)
    return rows.exclude(blocks.apart(member, "member")).order_by("-holds_qualification", "joined_at", "pk")


def places_left(enrolment):
    """How many more mentees a mentor of a programme can take."""
    pairs = Pairing.objects.filter(programme=enrolment.programme_id, mentorship__mentor=enrolment.member_id)
    return max(enrolment.places - pairs.exclude(mentorship__status="ended").count(), 0)


def is_suggested(programme, mentee, mentor):
    """Whether the coordinators have suggested this mentor to this mentee."""
    names = ProposedName.objects.filter(programme=programme, mentee=mentee, mentor=mentor)
    return names.exclude(sent_at=None).exists()
