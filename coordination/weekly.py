"""Once a week each coordinator is mailed what waits; nothing if nothing does."""

from django.conf import settings

from coordination.notifications import WeekOfCoordinator
from coordination.to_do import waiting_lines
from mail.models import OutgoingMail
from mail.outgoing.digest import is_awake
from mail.outgoing.render import as_reader
from mentoring.lib import walltime
from mentoring.lib.jobs import run_each
from profiles.models import Member

FIRST_DAYS = range(3)  # Monday to Wednesday: a worker that was down on Monday still finds them


def send_weekly(now):
    """Mail all coordinators who are due. How many were mailed.

    It may run late, twice or side by side: the occasion names the coordinator and their week.
    """
    coordinators = Member.objects.filter(is_staff=True, is_active=True, left_at=None).order_by("pk")
    due = [to for to in coordinators if _is_time(to, now)]
    return run_each(due, lambda to: _send(to, now))


def _is_time(to, now):
    return is_awake(to.time_zone, now) and walltime.to_local(now, to.time_zone).weekday() in FIRST_DAYS


def _send(to, now):
    occasion = _occasion(to, now)
    if OutgoingMail.objects.of_occasion(occasion).exists():
        return False
    with as_reader(to):
        lines = waiting_lines(to, now)
    if not lines:
        return False
    context = {"reader": to, "lines": lines, "link": f"{settings.STAFF_URL}/admin/"}
    return bool(WeekOfCoordinator.post(to=to, context=context, occasion=occasion))


def _occasion(to, now):
    year, week, _day = walltime.to_local(now, to.time_zone).isocalendar()
    return f"week-of-coordinator-{to.pk}-{year}-{week}"
