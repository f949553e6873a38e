"""What a pair does in its programme: begin, mark milestones as done, submit."""

from django.db import transaction
from django.utils import timezone

from mentorships.services.life import MentorshipMoveNotAllowed, end
from mentorships.services.locking import Conflict, lock_mentorship
from programmes import levels, notifications
from programmes.models import Enrolment, Pairing, Sees, Tick
from programmes.services.ending import mark_ended
from programmes.services.locking import hold_programme


def begin_pairing(programme, mentorship):
    """A mentorship that has just begun belongs to a programme. The programme is held."""
    two = Enrolment.objects.open().filter(programme=programme, member__in=mentorship.people)
    agreed = [levels.level_of(enrolment) for enrolment in two]
    pairing = Pairing.objects.create(
        programme=programme,
        mentorship=mentorship,
        sees=min(agreed) if len(agreed) == len(mentorship.people) else Sees.NUMBERS,
        ends_on=programme.end_of_pair(timezone.localdate()),
    )
    levels.show_pair(pairing)
    return pairing


@transaction.atomic
def mark_done(pairing, milestone, *, by):
    """Say that the two have done it. A second click changes nothing."""
    lock_mentorship(pairing.mentorship, by)
    hold_programme(pairing.programme)
    pairing.refresh_from_db(fields=["sees"])
    tick, _made = Tick.objects.get_or_create(pairing=pairing, milestone=milestone, defaults={"by": by})
    tick.pairing = pairing
    levels.show_tick(tick)


@transaction.atomic
def mark_open(pairing, milestone, *, by):
    """Not done after all."""
    lock_mentorship(pairing.mentorship, by)
    hold_programme(pairing.programme)
    Tick.objects.filter(pairing=pairing, milestone=milestone).delete()
    levels.hide_tick(pairing, milestone)


@transaction.atomic
def submit(pairing, *, by):
    """The work is handed in: the mentorship has reached its aim and ends, and the mentor is told so."""
    lock_mentorship(pairing.mentorship, by)
    try:
        end(pairing.mentorship, by=by)
    except MentorshipMoveNotAllowed as error:
        raise Conflict(str(error)) from None
    Pairing.objects.filter(pk=pairing.pk).update(submitted_on=timezone.localdate())
    mark_ended(pairing)
    notifications.submitted(pairing)
