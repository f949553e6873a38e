"""What finding and asking offer to others: the home page, and what is due."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from matching import offers, out_of_reach, watching, wishes
from matching.asking import form_address
from matching.assignment.waiting import waiting
from matching.models import MentorRequest, RequestStatus
from matching.rules import MAY_SUGGEST
from mentoring.lib.registry.hooks import DUE, JOBS, MEMBER_TO_DO, STAFF_TO_DO, StaffTask, label_fields
from mentoring.lib.registry.roles import coordinators_may
from mentoring.lib.rows import if_any
from mentorships.models import MentorshipKind

SHOWN_TO_STAFF = 2  # wishes by themselves; the others in one line, which leads to a proposal for everyone
LATE_DAYS = 7
STAFF_SITE = "mentoring.urls_staff"
coordinators_may("matching", "view_wish")
JOBS.wake("matching.tasks.compute_proposals", every=5)
DUE.register(order=15, name="requests out of reach")(out_of_reach.close_out_of_reach)
DUE.register(order=30, name="members told of room")(watching.tell_of_room)
DUE.register(order=40, name="wishes kept")(wishes.follow_up_wishes)
label_fields(
    {
        "message": gettext_lazy("Your message"),
        "hopes": gettext_lazy("What do you hope to get out of it?"),
        "note": gettext_lazy("Your note"),
    }
)


@MEMBER_TO_DO.register(order=20)
def requests_to_answer(member):
    """(address, words) of requests that wait for this mentor."""
    waiting = MentorRequest.objects.filter(status=RequestStatus.OPEN, mentor=member)
    for request in if_any(waiting, MentorRequest.objects.visible_to, member):
        if request.kind == MentorshipKind.PEERS:
            words = _("Answer %(name)s, who would like you to be their peer partner")
        else:
            words = _("Answer %(name)s, who would like you to be their mentor")
        yield request.get_absolute_url(), words % {"name": request.mentee.name}


@MEMBER_TO_DO.register(order=50)
def offers_to_look_at(member):
    """Whoever offers to be a mentor waits for nobody to look by chance."""
    if offers.waiting_for(member):
        yield reverse("wish_mine"), _("See the offers and suggestions for your post")


@MEMBER_TO_DO.register(order=60)
def drafts_to_finish(member):
    """(address, words) of requests that were begun."""
    begun = MentorRequest.objects.filter(status=RequestStatus.DRAFT, mentee=member)
    for request in if_any(begun, MentorRequest.objects.visible_to, member):
        words = _("Finish your request to %(name)s")
        yield form_address(request), words % {"name": request.mentor.name}


@STAFF_TO_DO.register(order=30)
def wishes_handed_over(coordinator):
    """The members who wait to be found a mentor, the longest first; for whoever may read what they wrote."""
    if not coordinator.has_perm(MAY_SUGGEST):
        return
    rows = list(waiting().values_list("pk", "asked_at"))
    for pk, asked_at in rows[:SHOWN_TO_STAFF]:
        page = reverse("admin:matching_wish_change", args=[pk], urlconf=STAFF_SITE)
        yield _waits(_("A member is waiting for you to suggest a mentor"), asked_at, page, _("Find a mentor"))
    if more := rows[SHOWN_TO_STAFF:]:
        label = ngettext(
            "%(n)s more member is waiting for a mentor",
            "%(n)s more members are waiting for a mentor",
            len(more),
        )
        page = reverse("admin:wish_proposal", urlconf=STAFF_SITE)
        yield _waits(label % {"n": len(more)}, more[0][1], page, _("Find mentors for everyone"))


def _waits(label, since, url, action):
    return StaffTask(label=label, since=since, url=url, action=action, late_days=LATE_DAYS)
