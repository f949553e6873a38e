"""What coordinators may see of somebody: what was said when they joined, or less if it was narrowed since.

Each function that writes needs the programme to be held (`services.locking.hold_programme`), so that a level that is
narrowed at the same moment comes before or after.
"""

from django.db.models import Min

from programmes.models import Pairing, Part, Sees, SeesChange, VisibleEnrolment, VisiblePair, VisibleTick


def level_now(programme_id, agreed, *, since):
    """`agreed` when it began at `since`, or the least it has been since then."""
    changes = SeesChange.objects.filter(programme=programme_id, at__gte=since)
    least = changes.aggregate(least=Min("sees"))["least"]
    return Sees(agreed if least is None else min(agreed, least))


def level_of(enrolment):
    """What coordinators may see of one who takes part."""
    return level_now(enrolment.programme_id, enrolment.sees, since=enrolment.joined_at)


def level_of_pair(mentor, mentee):
    """Of two enrolments, the less."""
    return min(level_of(mentor), level_of(mentee))


def show_enrolment(enrolment):
    """Let coordinators see that somebody takes part or waits, if they agreed to that."""
    if level_of(enrolment) >= Sees.MEMBERS:
        VisibleEnrolment.objects.update_or_create(
            programme_id=enrolment.programme_id,
            member_id=enrolment.member_id,
            defaults={
                "part": enrolment.part,
                "waits": enrolment.waits,
                "holds_qualification": enrolment.holds_qualification,
                "joined_at": enrolment.joined_at,
            },
        )


def show_pair(pairing):
    """Let coordinators see that two are paired, if both agreed to that."""
    if level_of_pairing(pairing) >= Sees.PAIRS:
        VisiblePair.objects.get_or_create(**_pair(pairing))


def show_tick(tick):
    """Let coordinators see what a pair has done, if both agreed to that."""
    pair = VisiblePair.objects.filter(**_pair(tick.pairing)).first()
    if pair and level_of_pairing(tick.pairing) >= Sees.MILESTONES:
        VisibleTick.objects.get_or_create(pair=pair, milestone=tick.milestone, defaults={"at": tick.at})


def hide_tick(pairing, milestone):
    """What was taken back is not to be seen."""
    pair = VisiblePair.objects.filter(**_pair(pairing))
    VisibleTick.objects.filter(pair__in=pair, milestone=milestone).delete()


def level_of_pairing(pairing):
    """What coordinators may see of a pair."""
    return level_now(pairing.programme_id, pairing.sees, since=pairing.began_at)


def hide_member(programme_id, member_id):
    """Nothing of somebody is to be seen any more: they have left. Their pairs are not shown again."""
    VisibleEnrolment.objects.filter(programme=programme_id, member=member_id).delete()
    for part in Part.values:
        VisiblePair.objects.filter(programme=programme_id, **{part: member_id}).delete()
        mine = Pairing.objects.filter(programme=programme_id, **{f"mentorship__{part}": member_id})
        mine.update(sees=Sees.NUMBERS)


def narrow(programme_id, sees):
    """From now on staff see no more than this of anybody. Deletes rows; by the login of the staff site."""
    if sees < Sees.MILESTONES:
        VisibleTick.objects.filter(pair__programme=programme_id).delete()
    if sees < Sees.PAIRS:
        VisiblePair.objects.filter(programme=programme_id).delete()
    if sees < Sees.MEMBERS:
        VisibleEnrolment.objects.filter(programme=programme_id).delete()


def _pair(pairing):
    return {
        "programme_id": pairing.programme_id,
        "mentor_id": pairing.mentorship.mentor_id,
        "mentee_id": pairing.mentorship.mentee_id,
        "began_at": pairing.began_at,
    }
