"""The waiting list of a day: join, leave, and a time that becomes free goes to who is first."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from conduct.blocks import are_apart
from mentoring.lib.jobs import run_each
from open_hours import notifications
from open_hours.models import Talk, TalkDay, TalkStatus, TalkWait, WaitStatus
from open_hours.services.locking import Conflict

KEPT_FOR, BEFORE_IT = timedelta(hours=24), timedelta(hours=1)
ON_THE_LIST = (WaitStatus.WAITING, WaitStatus.OFFERED)


@transaction.atomic
def join(day, member, *, focus):
    """Stand on the list, once. Conflict for a day that is over, or while a time like that is free."""
    if day.over:
        raise Conflict(_("This day is over."))
    if Talk.objects.free_for(member).filter(day=day).good_for(focus).exists():
        raise Conflict(_("There’s still a free time for that. Book it above."))
    mine = TalkWait.objects.filter(day=day, member=member, status__in=ON_THE_LIST)
    wait = mine.first() or _added(day, member, focus)
    offer_free_times(day)
    return wait or mine.first()


def _added(day, member, focus):
    """The new place, or None if a second click was quicker."""
    try:
        with transaction.atomic():
            return TalkWait.objects.create(day=day, member=member, focus=focus)
    except IntegrityError:
        return None


@transaction.atomic
def leave(day, member):
    """Off the list; a time that was kept goes to the next. True if there was a place."""
    waits = TalkWait.objects.filter(day=day, member=member, status__in=ON_THE_LIST)
    left = [_close(wait, WaitStatus.LEFT) for wait in waits]
    offer_free_times(day)
    return any(left)


def _close(wait, status):
    """One step off the list. The time that was kept is free."""
    if TalkWait.objects.filter(pk=wait.pk, status=wait.status).update(status=status) != 1:
        return False
    if wait.status == WaitStatus.OFFERED:
        kept = Talk.objects.filter(pk=wait.talk_id, status=TalkStatus.RESERVED)
        kept.update(status=TalkStatus.OPEN)
    return True


def put_back(waits):
    """Whom a time was offered to that they cannot book any more: they wait again, where they stood. How many.

    The time is free, for whoever can book it. Those of one day after the other go to the next.
    """
    kept = [
        wait for wait in waits.filter(status=WaitStatus.OFFERED).select_related("day") if _wait_again(wait)
    ]
    for day in {wait.day for wait in kept}:
        offer_free_times(day)
    return len(kept)


def _wait_again(wait):
    offered = TalkWait.objects.filter(pk=wait.pk, status=WaitStatus.OFFERED)
    if offered.update(status=WaitStatus.WAITING, talk=None, until=None) != 1:
        return False
    Talk.objects.filter(pk=wait.talk_id, status=TalkStatus.RESERVED).update(status=TalkStatus.OPEN)
    return True


def offer_free_times(day):
    """Each free time of a day to the first who waits for one like it. How many were offered."""
    free = Talk.objects.filter(day=day, status=TalkStatus.OPEN).of_listed().dates().select_related("mentor")
    late = timezone.now() + BEFORE_IT
    return sum(_offer(talk) for talk in free.filter(starts_at__gt=late).order_by("starts_at", "pk"))


def _offer(talk):
    """Keep it for whoever is first. False if nobody waits for it, or somebody was quicker."""
    waits = TalkWait.objects.filter(day=talk.day_id, status=WaitStatus.WAITING).select_related("member")
    waits = waits.filter(member__is_active=True, member__leaving_at=None).exclude(member=talk.mentor_id)
    wait = next((wait for wait in waits if _suits(wait, talk)), None)
    if wait is None:
        return False
    rows = Talk.objects.filter(pk=talk.pk, status=TalkStatus.OPEN)
    until = min(timezone.now() + KEPT_FOR, talk.starts_at - BEFORE_IT)
    offered = {"status": WaitStatus.OFFERED, "talk": talk.pk, "until": until}
    if rows.update(status=TalkStatus.RESERVED) != 1:
        return False
    if TalkWait.objects.filter(pk=wait.pk, status=WaitStatus.WAITING).update(**offered) != 1:
        Talk.objects.filter(pk=talk.pk, status=TalkStatus.RESERVED).update(status=TalkStatus.OPEN)
        return False
    notifications.time_kept(talk, to=wait.member, until=until)
    return True


def _suits(wait, talk):
    right = not wait.focus or not talk.subjects or wait.focus in talk.subjects
    return right and not are_apart(wait.member, talk.mentor)


def follow_waiting_lists(now=None):
    """Offers without an answer lapse, and free times go to the next. How many; late, twice or side by side."""
    now = now or timezone.now()
    moved = _put_back_unlisted()
    late = TalkWait.objects.filter(status=WaitStatus.OFFERED, until__lte=now).values_list("pk", flat=True)
    waiting = TalkWait.objects.filter(status=WaitStatus.WAITING, day__on__gte=now.date() - timedelta(days=1))
    days = waiting.values_list("day", flat=True).distinct()
    return moved + run_each(late, _lapse) + _free_forgotten() + run_each(days, _offer_day)


@transaction.atomic
def _put_back_unlisted():
    """The mentor has gone off the list meanwhile, or is suspended."""
    listed = Talk.objects.of_listed().values("pk")
    return put_back(TalkWait.objects.exclude(talk__in=listed))


def _free_forgotten():
    """Times that are kept for somebody who has left the programme: free."""
    offered = TalkWait.objects.filter(talk=OuterRef("pk"), status=WaitStatus.OFFERED)
    return (
        Talk.objects.exclude(Exists(offered))
        .filter(status=TalkStatus.RESERVED)
        .update(status=TalkStatus.OPEN)
    )


@transaction.atomic
def _lapse(pk):
    wait = TalkWait.objects.filter(pk=pk, status=WaitStatus.OFFERED).first()
    if wait is None or not _close(wait, WaitStatus.LAPSED):
        return False
    offer_free_times(wait.day)
    return True


@transaction.atomic
def _offer_day(pk):
    return offer_free_times(TalkDay.objects.get(pk=pk)) > 0
