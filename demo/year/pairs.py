"""What pairs do: meet, write to each other, agree on something, fall silent, rest, end."""

from datetime import timedelta

from demo.year import meetings, texts
from demo.year.programme import active_pair
from mentorships.models import Mentorship, MentorshipStatus
from mentorships.services import agreement, goals, parting
from reminders.models import ContactRhythm
from reminders.services import answers

FALLS_SILENT, RESTS, ENDS = 0.2, 0.08, 0.45
RHYTHMS = (ContactRhythm.TWO_WEEKS, ContactRhythm.MONTH, ContactRhythm.MONTH, ContactRhythm.SIX_WEEKS)


def begin(programme, pair):
    """Plan the life of a pair that has just begun."""
    chance, pk = programme.chance, pair.pk
    talks = chance.randint(0, 2) if programme.happens(FALLS_SILENT) else chance.randint(5, 30)
    if pair.style == "one-off":
        talks = chance.randint(1, 2)
        programme.later(end, pk, days=chance.uniform(25, 70))
    elif programme.happens(ENDS):
        programme.later(end, pk, days=chance.uniform(60, 360))
    if programme.happens(0.6):
        answers.choose(pair, chance.choice(RHYTHMS), by=pair.mentee)
    if talks:
        step = meetings.offer_times if programme.happens(0.5) else meetings.talk
        programme.later(step, pk, talks, days=chance.expovariate(1 / 9))
    for step, share, days in ((agree, 0.2, 20), (set_goal, 0.3, 30), (rest, RESTS, 90)):
        if programme.happens(share):
            programme.later(step, pk, days=chance.uniform(days / 2, 2 * days))
    if programme.happens(0.07):
        programme.later(meetings.regular, pk, days=chance.uniform(25, 60))


def agree(programme, pk):
    """A light agreement: proposed by the mentee, agreed to by the mentor two days later."""
    if pair := active_pair(pk):
        agreement.propose_agreement(pair, by=pair.mentee, parts=texts.AGREEMENT, seen=0)
        programme.later(agree_to, pk, days=2)


def agree_to(programme, pk):
    """The mentor agrees."""
    if pair := active_pair(pk):
        agreement.agree(pair, by=pair.mentor, number=1)


def set_goal(programme, pk):
    """One goal of the mentee's."""
    if pair := active_pair(pk):
        due_on = (programme.clock.now + timedelta(days=programme.chance.randint(40, 200))).date()
        goals.add_goal(
            pair, by=pair.mentee, title=programme.one(texts.GOALS), why="", readings="", due_on=due_on
        )


def rest(programme, pk):
    """A pause, and going on after it: most do."""
    if pair := active_pair(pk):
        parting.pause_and_tell(pair, by=programme.one((pair.mentor, pair.mentee)))
        if programme.happens(0.8):
            programme.later(wake, pk, days=programme.chance.uniform(20, 60))


def wake(programme, pk):
    """Going on after a pause."""
    pair = Mentorship.objects.with_people().filter(pk=pk, status=MentorshipStatus.PAUSED).first()
    if pair:
        parting.resume_and_tell(pair, by=pair.mentee)
        programme.later(
            meetings.talk, pk, programme.chance.randint(1, 5), days=programme.chance.uniform(3, 15)
        )


def end(programme, pk):
    """An ending, most with thanks."""
    if pair := active_pair(pk):
        thanks = programme.one(texts.THANKS) if programme.happens(0.7) else ""
        parting.conclude(pair, by=programme.one((pair.mentor, pair.mentee)), thanks=thanks)
