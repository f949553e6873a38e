"""Two programmes of the demonstration: one that runs, with a pair in it; one for a qualification, open for sign-up."""

from datetime import timedelta

from django.utils import timezone

from demo import programme_texts as texts
from demo.ago import ago
from matching import services as asking
from mentorships.models import MentorshipKind
from profiles.models import Member
from programmes.models import Milestone, Pairing, Programme, ProgrammeKind, Sees, TrainingPage
from programmes.services.joining import join
from programmes.services.pairing import mark_done

PAIR = ("wanjiru-kamande", "rosalind-achterberg")


def write(mentee, mentor):
    """Both, unless there is one. The mentee and the mentor of the demonstration take part, each by themselves."""
    if Programme.objects.exists():
        return
    first = _first_years()
    with ago(28):
        for member in (_sample(PAIR[1]), mentor):
            join(first, member, part="mentor", seen=first.sees, places=2)
        for member in (_sample(PAIR[0]), mentee):
            join(first, member, part="mentee", seen=first.sees, focus="settle-in")
    _pair(first)
    _chartership()


def _first_years():
    today = timezone.localdate()
    programme = _programme(
        texts.FIRST_YEARS,
        sign_up_from=today - timedelta(days=35),
        sign_up_until=today + timedelta(days=9),
        starts_on=today - timedelta(days=21),
        ends_on=today + timedelta(days=160),
        places=12,
        sees=Sees.MILESTONES,
    )
    for position, page in enumerate(texts.PAGES, start=1):
        TrainingPage.objects.create(programme=programme, position=position, **page)
    return programme


def _programme(said, *, days=35, **fields):
    about = {name: value for name, value in said.items() if name != "milestones"}
    programme = Programme.objects.create(
        published_at=timezone.now() - timedelta(days=days), **about, **fields
    )
    hour = timezone.now().replace(hour=15, minute=0, second=0, microsecond=0)
    for milestone in said["milestones"]:
        given = {name: value for name, value in milestone.items() if name != "days"}
        if days_ahead := milestone.get("days"):
            at = hour + timedelta(days=days_ahead)
            given |= {"due_on": at.date()} if given.get("kind") else {"starts_at": at}
        Milestone.objects.create(programme=programme, **given)
    return programme


def _pair(programme):
    mentee, mentor = map(_sample, PAIR)
    about = {"kind": MentorshipKind.PROGRAMME, "scheme": programme.code}
    with ago(24):
        request = asking.send_request(
            mentee=mentee, mentor=mentor, focus="settle-in", message=texts.REQUEST, **about
        )
    with ago(22):
        mentorship = asking.accept_request(request)
    with ago(13):
        pairing = Pairing.objects.get(mentorship=mentorship)
        mark_done(pairing, programme.milestones.get(title="Kick-off"), by=mentee)


def _chartership():
    today = timezone.localdate()
    programme = _programme(
        texts.CHARTERSHIP,
        days=5,
        kind=ProgrammeKind.QUALIFICATION,
        sign_up_from=today - timedelta(days=5),
        sign_up_until=today + timedelta(days=60),
        starts_on=today + timedelta(days=14),
        weeks=52,
        sees=Sees.NUMBERS,
    )
    with ago(4):
        mentor = _sample(PAIR[1])
        join(programme, mentor, part="mentor", seen=programme.sees, places=2, holds_qualification=True)


def _sample(name):
    return Member.objects.get(email=f"{name}@demo.example")
