"""Who waits to be found somebody, and whom nobody may propose to them. Read by the worker alone, but for `waiting`."""

from collections import defaultdict
from datetime import timedelta

from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils import timezone

from conduct.models import Block
from matching.assignment.checks import Seeker
from matching.availability import with_room
from matching.models import MentorOffer, MentorRequest, RequestStatus, Suggestion, Wish, WishStatus
from mentoring.lib import walltime
from mentoring.lib.programme import numbers
from mentorships.models import Mentorship
from profiles.models import MentorProfile

# A pair of any of these is known to the two already: they begin again by themselves, or not at all.
KNOWN = (
    (Mentorship, "mentee", "mentor"),
    (Mentorship, "mentor", "mentee"),
    (MentorRequest, "mentee", "mentor"),
)
KNOWN_TO_A_WISH = (Suggestion, MentorOffer)
OF_A_MEMBER = ("name", "seeking", "library_type", "languages", "time_zone", "employer", "months_away")
COLUMNS = [f"member__{name}" for name in OF_A_MEMBER]


def waiting(now=None):
    """The wishes that coordinators were asked to look at, the oldest first; not those with fresh names to look at."""
    fresh = (now or timezone.now()) - timedelta(days=numbers().wish_days)
    named = Suggestion.objects.filter(wish=OuterRef("pk"), made_at__gt=fresh)
    asked = Wish.objects.filter(status=WishStatus.ASSIGN).of_those_who_look()
    return asked.exclude(Exists(named)).order_by("asked_at", "pk")


def seekers(wishes):
    """A Seeker for each of these wishes, in their order. Reads the focus, and not the words of the wish."""
    rows = wishes.select_related("member", "criteria").only("focus", *COLUMNS, "criteria")
    return [Seeker(wish=row, member=row.member, criteria=getattr(row, "criteria", None)) for row in rows]


def free_places(slots):
    """{slot: places} of mentors with room, less the requests that wait for their answer."""
    asked = MentorRequest.objects.filter(status=RequestStatus.OPEN)
    asked = dict(asked.values("mentor").annotate(n=Count("pk")).values_list("mentor", "n"))
    rows = with_room().values_list("pk", "member", F("capacity") - F("active"))
    left = {pk: room - asked.get(member, 0) for pk, member, room in rows}
    return {slots[pk]: room for pk, room in sorted(left.items()) if room > 0 and pk in slots}


def away(now):
    """The profiles of mentors who are away this month, by their own calendars."""
    months = {}
    rows = MentorProfile.objects.listed().exclude(member__months_away=[])
    for pk, away_in, zone in rows.values_list("pk", "member__months_away", "member__time_zone"):
        if zone not in months:
            months[zone] = walltime.to_local(now, zone).month
        if months[zone] in away_in:
            yield pk


def at_employers(names):
    """{employer as compared: profiles of mentors there}, for these spellings (`rules.same_employer`)."""
    found, wanted = defaultdict(set), {spelling(name) for name in names} - {""}
    rows = (
        MentorProfile.objects.listed().exclude(member__employer="")
        if wanted
        else MentorProfile.objects.none()
    )
    for pk, name in rows.values_list("pk", "member__employer"):
        if spelling(name) in wanted:
            found[spelling(name)].add(pk)
    return found


def spelling(name):
    """An employer's name as it is compared."""
    return (name or "").casefold().strip()


def barred_openly(asking, now):
    """{member: profiles that may not be proposed to them}, by what profiles and criteria say: staff may know it."""
    gone = set(away(now))
    their_own = [seeker.member.employer for seeker in asking if seeker.avoids_employer]
    there = at_employers(their_own)
    return {
        seeker.member.pk: gone
        | (there[spelling(seeker.member.employer)] if seeker.avoids_employer else set())
        for seeker in asking
    }


def barred(asking, now, *, members=None):
    """The same with what the worker alone may know: who is or was a pair, was asked or named before, keeps apart.

    `members`: the numbers of those who are asking, where they are not those of the wishes that wait.
    """
    members = Wish.objects.filter(status=WishStatus.ASSIGN).values("member") if members is None else members
    known = barred_openly(asking, now)
    profiles = dict(MentorProfile.objects.listed().values_list("member", "pk"))
    for member in known:
        known[member] = known[member] | {profiles.get(member)}
    for one, other in _pairs(members):
        if one in known and other in profiles:
            known[one].add(profiles[other])
    return known


def _pairs(members):
    """(waiting member, other) of all who know each other, were named already, or keep apart."""
    for model, here, there in KNOWN:
        yield from model.objects.filter(**{f"{here}__in": members}).values_list(here, there)
    for model in KNOWN_TO_A_WISH:
        named = model.objects.filter(wish__status=WishStatus.ASSIGN)
        yield from named.values_list("wish__member", "mentor")
    for by, whom in Block.objects.filter(Q(by__in=members) | Q(whom__in=members)).values_list("by", "whom"):
        yield from ((by, whom), (whom, by))
