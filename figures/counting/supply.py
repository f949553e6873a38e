"""Where mentors are short, and whether they stay."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from figures.counting.tables import BARS, table
from figures.rounding import SPREAD_OF_WHAT_MEMBERS_SEE, People
from matching.models import Wish
from profiles.models import MentorProfile
from reminders.models import Question, Subject


@table(
    "supply",
    section="supply",
    title=_("Where we need mentors: what people are looking for, and who has room"),
    rows="helps_with",
    series={"waiting": _("Members with a post up"), "room": _("Mentors with room")},
    plot=BARS,
    spread=SPREAD_OF_WHAT_MEMBERS_SEE,
    note=_("Mentors can read the posts, and members can see who has room."),
)
def supply(_month):
    """Who waits with a post, and who has room, by what the mentorship is about. As it is right now."""
    groups = {}
    for member, focus in Wish.objects.of_those_who_look().values_list("member_id", "focus").iterator():
        groups.setdefault((focus, "waiting"), People()).members.add(member)
    room = MentorProfile.objects.listed().filter(taking_requests=True, active__lt=F("capacity"))
    for member, helps_with in room.values_list("member_id", "helps_with").iterator():
        for focus in helps_with or [""]:
            groups.setdefault((focus, "room"), People()).members.add(member)
    return groups


@table(
    "willing",
    section="supply",
    title=_("Mentors asked whether they want to continue, in the last twelve months"),
    rows={"asked": _("Were asked, and the time to answer is over"), "yes": _("Said yes")},
    plot=BARS,
    quarterly=True,
    share=("yes", "asked"),
)
def willing(month):
    """Who said yes to the yearly question."""
    asked = Question.objects.filter(
        subject=Subject.YEARLY, asked_at__gte=month.year_ago, asked_at__lt=month.end
    )
    asked = asked.exclude(answered_at=None, closed_at=None)
    said_yes = asked.filter(answered_at__lt=month.end)
    return {
        "asked": People(set(asked.values_list("to_id", flat=True))),
        "yes": People(set(said_yes.values_list("to_id", flat=True))),
    }
