"""Taking a table of a day: a time for each talk in the stretch, all of it or nothing."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from open_hours import rules
from open_hours.models import Talk, TalkStatus
from open_hours.models.talk import with_spaces
from open_hours.services import waiting
from open_hours.services.locking import Conflict, lock_people
from open_hours.services.offering import is_busy


@transaction.atomic
def take_table(day, mentor, *, table, first, last, focuses):
    """A talk at each of the day's times from number `first` to `last`. Conflict if somebody was quicker."""
    if not lock_people(mentor) or not rules.may_offer(mentor):
        raise Conflict(_("Only mentors who are on the list can offer times."))
    starts = [at for at in day.times[first : last + 1] if at > timezone.now()]
    if not starts:
        raise Conflict(_("Choose a later time. This part of the day has passed."))
    end = starts[-1] + timedelta(minutes=day.minutes)
    if is_busy(mentor, starts[0], end):
        raise Conflict(
            _("Choose other times. These overlap with another time you offer, or a talk you’ve booked.")
        )
    try:
        with transaction.atomic():
            talks = [_talk(day, mentor, table, at, focuses) for at in starts]
    except IntegrityError:
        raise Conflict(
            _("Someone else was quicker: part of that table is taken. Choose another one.")
        ) from None
    waiting.offer_free_times(day)
    return talks


def _talk(day, mentor, table, at, focuses):
    talk = Talk(day=day, mentor=mentor, table=table, means="in-person", focuses=with_spaces(focuses))
    talk.last_from(at, day.minutes)
    talk.save()
    return talk


@transaction.atomic
def leave_table(day, mentor):
    """Withdraw what nobody has booked of a mentor's times at a day. How many; what is booked stays."""
    lock_people(mentor)
    free = Talk.objects.filter(day=day, mentor=mentor, status=TalkStatus.OPEN).ahead()
    return free.update(status=TalkStatus.WITHDRAWN)
