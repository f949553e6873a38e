"""What the staff site holds about people: what coordinators changed there, who has which role, who is signed in."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from coordination.models import (
    BackupReport,
    RoleChange,
    RoleConfirmation,
    RoleProposal,
    StaffSession,
    StaffVisit,
)
from coordination.roles import giving
from mentoring.lib.plain import plain
from mentoring.lib.registry.personal_data import (
    DELETED,
    ON_LEAVING,
    Rights,
    columns,
    declare,
    export_part,
    retention,
)

OWN_SESSIONS = (
    "a session of the staff site: it opens no member's account, and without SECRET_KEY none is made"
)
HISTORY = "the history of roles: it lets nobody in"

declare(
    "admin.logentry",
    owners=("user",),
    export="none: of what coordinators changed, never of what members did",
    leaving="kept: what a coordinator changed",
    member="",
    staff=Rights("S", insert="what a coordinator has done: read by coordinators"),
)
declare(
    StaffSession,
    export="none: sealed, and open to the staff site alone",
    leaving="refused at once, deleted when it runs out",
    member="",
    staff=Rights("SD", insert=OWN_SESSIONS, change=columns("session_data", "expire_date", why=OWN_SESSIONS)),
    worker=Rights("D", read=("expire_date",)),
)
# A role takes three processes: the staff site proposes, the member site confirms, the worker gives. None of them
# has the rights of another.
declare(
    RoleProposal,
    owners=("member", "proposed_by"),
    export="roles",
    leaving="kept: who was proposed by whom",
    member="S",
    staff=Rights(
        "S",
        insert="a proposal: nothing comes of it until somebody confirms it on the members' site",
        insert_if="NEW.applied_at IS NULL",
        change=columns("closed_at", why="withdrawn: nothing comes of it"),
    ),
    worker=Rights("S", change=columns("applied_at", "closed_at", why="done: the same is not given again")),
)
declare(
    RoleConfirmation,
    export="none: the history of roles says it",
    leaving="kept: who confirmed a role",
    member="SI",
    staff="S",
    worker="S",
)
declare(
    RoleChange,
    owners=("member", "second"),
    export="roles",
    leaving="kept: who had which role, and from whom",
    member="S",
    staff=Rights("S", insert=HISTORY),
    worker=Rights("S", insert=HISTORY),
)
declare(
    "profiles.member_groups",
    export="roles",
    leaving="deleted: whoever leaves has no role",
    member="S",
    staff="SD",
    worker=Rights(
        "SD",
        insert="a role that two coordinators agreed on, one on the staff site and one on the members' site",
        insert_if="role_was_agreed(NEW.member_id, NEW.group_id)",
    ),
)
declare(
    BackupReport,
    export="none: about nobody",
    leaving="none",
    member=Rights(read=("at", "succeeded")),  # for /metrics; not where it lies
    staff="S",
    worker="S",
)
declare(
    StaffVisit,
    owners=("member",),
    export="roles",
    leaving=DELETED,
    member="S",
    staff=Rights(
        "S",
        insert="when somebody was on the home page",
        change=columns("began_at", "seen_at", "before_at", why="when somebody was on the home page"),
    ),
    worker="SD",
)


@export_part("roles", _("Your roles on the staff site"), order=170)
def roles_of(member):
    """What was given and taken away; what was proposed; when the first page was last opened."""
    for change in RoleChange.objects.filter(member=member).order_by("at", "pk"):
        yield {"role": change.role, "given": change.given, "at": plain(change.at)}
    for proposal in RoleProposal.objects.filter(member=member).order_by("proposed_at"):
        yield {"proposed_role": proposal.role, "at": plain(proposal.proposed_at)}
    for visit in StaffVisit.objects.filter(member=member):
        yield {"staff_site_last_opened": plain(visit.seen_at)}


@ON_LEAVING.register(order=80)
def give_up_roles(member, *, leave_words):
    """Whoever leaves has no role."""
    giving.drop_roles(member)
    return ()


@retention(_("Coordinators’ expired sign-ins"), after=timedelta(0), when=_("the same day"), order=21)
def forget_staff_sessions(now, after):
    """How many."""
    return StaffSession.objects.filter(expire_date__lt=now - after).delete()[0]
