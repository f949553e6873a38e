"""What the staff site holds about people: what coordinators changed there, and who is signed in."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from coordination.models import StaffSession
from mentoring.lib.registry.personal_data import Rights, columns, declare, retention

OWN_SESSIONS = (
    "a session of the staff site: it opens no member's account, and without SECRET_KEY none is made"
)

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


@retention(_("Coordinators’ expired sign-ins"), after=timedelta(0), when=_("the same day"), order=21)
def forget_staff_sessions(now, after):
    """How many."""
    return StaffSession.objects.filter(expire_date__lt=now - after).delete()[0]
