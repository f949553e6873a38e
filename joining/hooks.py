"""What joining offers to others: the worker's turn, whom it stops, and what waits for a coordinator."""

from django.urls import reverse
from django.utils.translation import gettext as _

from joining import offers
from joining.models import EventState, ImportState, MembershipEvent, RosterImport
from joining.standing import is_lapsed
from mentoring.lib.registry.hooks import (
    DUE,
    JOBS,
    NOT_TO_INVITE,
    NOTHING_NEW,
    STAFF_SITE,
    STAFF_TO_DO,
    StaffTask,
)
from mentoring.lib.registry.roles import coordinators_may

LATE_DAYS = 7
JOBS.wake("joining.tasks.import_members", every=5)
JOBS.wake("joining.tasks.apply_events", every=5)
DUE.register(order=95, name="people told of the programme")(offers.send_welcome_mails)
NOT_TO_INVITE.register(order=10)(offers.has_declined)
coordinators_may(
    "joining",
    "view_rosterimport",
    "add_rosterimport",
    "view_rosterentry",
    "view_statemeaning",
    "add_statemeaning",
)


@NOTHING_NEW.register()
def membership_has_ended(member):
    """Whoever the association says is no member any more."""
    return is_lapsed(member) and _(
        "Your association tells us that your membership has ended. Until it’s renewed, you can’t begin anything new."
    )


@STAFF_TO_DO.register(order=60)
def imports_to_decide(coordinator):
    """Files that are checked and wait for somebody to take them over."""
    if not coordinator.has_perm("joining.add_rosterimport"):
        return
    for an_import in RosterImport.objects.filter(state=ImportState.CHECKED).order_by("pk"):
        page = reverse("admin:joining_rosterimport_change", args=[an_import.pk], urlconf=STAFF_SITE)
        yield StaffTask(
            label=_("A file of members is waiting for your decision"),
            since=an_import.made_at,
            url=page,
            action=_("Review the file"),
            late_days=LATE_DAYS,
        )


@STAFF_TO_DO.register(order=61)
def events_to_decide(coordinator):
    """What the membership system has told, and only a coordinator can decide: one line for all of it."""
    if not coordinator.has_perm("joining.add_rosterimport"):
        return
    oldest = MembershipEvent.objects.filter(state=EventState.QUESTION).order_by("made_at").first()
    if oldest:
        yield StaffTask(
            label=_("A notice from the membership system is waiting for your answer"),
            since=oldest.made_at,
            url=reverse("admin:event_questions", urlconf=STAFF_SITE),
            action=_("Answer"),
            late_days=LATE_DAYS,
        )
