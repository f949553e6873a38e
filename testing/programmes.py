"""Programmes for tests: open ones, people in them, a pair that belongs to one."""

from datetime import timedelta

from django.utils import timezone

from programmes.models import Milestone, Programme, ProgrammeKind, Sees, TrainingPage
from programmes.services import hours
from programmes.services.joining import join
from programmes.services.pairing import begin_pairing


def make(**fields):
    """A published programme that is open for sign-up and has begun."""
    today = timezone.localdate()
    given = {
        "name": "Spring programme",
        "summary": "Six months with a plan.",
        "commitment": "Two hours a month",
        "who": "Members in their first five years.",
        "sign_up_from": today - timedelta(days=5),
        "sign_up_until": today + timedelta(days=5),
        "starts_on": today - timedelta(days=1),
        "ends_on": today + timedelta(days=100),
        "sees": Sees.MILESTONES,
        "published_at": timezone.now(),
    }
    return Programme.objects.create(**given | fields)


def for_qualification(**fields):
    """One that leads to a qualification."""
    leads_to = {"kind": ProgrammeKind.QUALIFICATION, "qualification": "Chartership"}
    return make(**leads_to | {"ends_on": None, "weeks": 52} | fields)


def enrol(programme, member, part="mentee", **given):
    """Somebody takes part, or waits."""
    return join(programme, member, part=part, seen=programme.sees, **given)


def milestone(programme, **fields):
    """A milestone in ten days."""
    given = {"title": "Kick-off", "starts_at": timezone.now() + timedelta(days=10), "place": "Room 4"}
    return Milestone.objects.create(programme=programme, **given | fields)


def with_hours(mentorship, marker):
    """The two in a programme for a qualification, of which coordinators see numbers only; with a record of hours."""
    programme = for_qualification(sees=Sees.NUMBERS)
    enrol(programme, mentorship.mentor, part="mentor", places=9)
    enrol(programme, mentorship.mentee)
    milestone(programme)
    TrainingPage.objects.create(programme=programme, title="To begin with", text="Read **this**.")
    pairing = begin_pairing(programme, mentorship)
    day = timezone.localdate()
    hours.add_hours(pairing, by=mentorship.mentee, day=day, minutes=90, text=f"{marker} hours")
    return pairing
