"""How people answer what the programme asks by itself: check-ins, mentors' questions, the two questions of the year."""

from demo.year.programme import active_pair
from figures import pulse
from figures.models import PulseAnswer, PulseAsked, PulseQuestion
from profiles.models import Member
from reminders.models import Question, Reminder, ReminderKind, Subject
from reminders.services import answers, questions

CHECKIN_ANSWERED, WILLING, STILL_WITH_US, PULSE_ANSWERED = 0.45, 0.86, 0.5, 0.55
CHECKIN_ANSWERS = ("talked", "talked", "talked", "later", "plan")
PULSE = (PulseAnswer.YES, PulseAnswer.YES, PulseAnswer.YES, PulseAnswer.PARTLY, PulseAnswer.NO)


def plan_answers(programme, since):
    """Whatever was asked since then is answered in some days, or not at all.

    In the order of those who were asked: rows are written in whatever order a database gives.
    """
    asked = Reminder.objects.filter(kind=ReminderKind.CHECKIN, made_at__gt=since).order_by("to", "mentorship")
    for pk in asked.values_list("pk", flat=True):
        if programme.happens(CHECKIN_ANSWERED):
            programme.later(answer_checkin, pk, days=programme.chance.uniform(0.2, 6))
    for pk, subject in (
        Question.objects.filter(asked_at__gt=since).order_by("to").values_list("pk", "subject")
    ):
        if programme.happens(WILLING if subject == Subject.YEARLY else STILL_WITH_US):
            programme.later(say_yes, pk, days=programme.chance.uniform(0.5, 20))


def answer_checkin(programme, pk):
    """By one click of one of the two, unless they have left meanwhile: what they were sent goes with them."""
    reminder = Reminder.objects.select_related("to").filter(pk=pk).first()
    pair = reminder and active_pair(reminder.mentorship_id)
    if pair and not reminder.answered_at:
        reminder.mentorship = pair
        answers.take_answer(reminder, programme.one(CHECKIN_ANSWERS), by=reminder.to)


def say_yes(programme, pk):
    """A mentor who is still here: a question goes with whoever leaves."""
    question = Question.objects.select_related("to").filter(pk=pk).first()
    if question:
        questions.say_yes(question, programme.clock.now)


def plan_pulse(programme, seen):
    """Those who were asked the two questions and are not in `seen` yet; some of them answer. They are seen now."""
    asked = PulseAsked.objects.exclude(pk__in=seen).order_by("member").values_list("pk", "member")
    for pk, member in asked:
        seen.add(pk)
        if programme.happens(PULSE_ANSWERED):
            programme.later(answer_pulse, member, days=programme.chance.uniform(0.2, 12))


def answer_pulse(programme, pk):
    """Two answers, counted."""
    member = Member.objects.get(pk=pk)
    if pulse.waiting(member):
        pulse.take_answers(member, {question: programme.one(PULSE) for question in PulseQuestion})
