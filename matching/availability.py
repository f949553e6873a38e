"""Which mentors can be asked at this moment, and by whom."""

from django.db.models import Exists, F, OuterRef

from conduct import blocks
from conduct.models import Block
from mentorships.models import Mentorship
from profiles.models import MentorProfile


def with_room():
    """The profiles in the list that have `room`, as a query."""
    return MentorProfile.objects.listed().filter(taking_requests=True, active__lt=F("capacity"))


def has_room(member):
    """Whether this member is a mentor in the list who can take somebody more."""
    return with_room().filter(member=member).exists()


def has_room_for(member, mentor):
    """The same for one member: a mentor who keeps apart from them has no room, as if on a break."""
    return has_room(mentor) and not blocks.are_apart(member, mentor)


def within_reach(rows, *, member):
    """The rows whose `mentor` has room, and whose member is here to ask and keeps apart from nobody of them.

    `member` is the path to the one who would ask.
    """
    one, other = OuterRef(member), OuterRef("mentor")
    here = {f"{member}__is_active": True, f"{member}__leaving_at": None}
    apart = Exists(Block.objects.filter(by=one, whom=other))
    apart |= Exists(Block.objects.filter(by=other, whom=one))
    return rows.filter(mentor__in=with_room().values("member"), **here).exclude(apart)


def never_paired(rows, *, member):
    """The rows whose `mentor` has never been the mentor of the one at this path. Who has begins by themselves."""
    return rows.exclude(Exists(Mentorship.objects.filter(mentee=OuterRef(member), mentor=OuterRef("mentor"))))
