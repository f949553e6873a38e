"""The pulse: two questions once a year, to everyone with a mentorship. Who answered what is stored nowhere."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from figures import notifications
from figures.models import PulseAsked, PulseCount, PulseQuestion
from mail.outgoing.digest import is_awake
from mentoring.lib.jobs import run_each
from mentorships.models import Mentorship
from profiles.models import Member

MONTHS = (
    5,
    6,
)  # asked in May, or in June where May was missed: everyone at one time, so a time tells nothing
BEGUN = timedelta(days=90)
OVER = timedelta(days=365)


class AnsweredAlready(Exception):
    """The questions of this year are answered, or were not asked."""


def ask_yearly(now):
    """Ask everyone who has had a mentorship for a while and was not asked this year. How many were asked."""
    if now.month not in MONTHS:
        return 0
    pairs = Mentorship.objects.filter(
        Q(mentor=OuterRef("pk")) | Q(mentee=OuterRef("pk")), began_at__lte=now - BEGUN
    )
    pairs = pairs.filter(Q(ended_at=None) | Q(ended_at__gte=now - OVER))
    asked = PulseAsked.objects.filter(member=OuterRef("pk"), year=now.year)
    members = Member.objects.filter(Exists(pairs), ~Exists(asked), is_active=True, leaving_at=None)
    awake = [member for member in members if is_awake(member.time_zone, now) and not member.away_at(now)]
    return run_each(awake, lambda member: _ask(member, now.year), passing=IntegrityError)


@transaction.atomic
def _ask(member, year):
    PulseAsked.objects.create(member=member, year=year)
    return bool(notifications.pulse(member, year))


def waiting(member, now=None):
    """Whether the questions of this year wait for this member."""
    year = (now or timezone.now()).year
    return PulseAsked.objects.filter(member=member, year=year, answered=False).exists()


@transaction.atomic
def take_answers(member, answers):
    """Count {PulseQuestion: PulseAnswer} of a member, once a year. AnsweredAlready for a second time.

    The row that says "answered" and the counters have nothing in common: neither a number nor a time.
    """
    year = timezone.now().year
    if PulseAsked.objects.filter(member=member, year=year, answered=False).update(answered=True) != 1:
        raise AnsweredAlready
    for question in PulseQuestion:
        if answers.get(question):
            _count(year, question, answers[question])


def _count(year, question, answer):
    counter, _made = PulseCount.objects.get_or_create(year=year, question=question, answer=answer)
    PulseCount.objects.filter(pk=counter.pk).update(count=F("count") + 1)
