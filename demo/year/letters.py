"""The letters of the year."""

from demo.year import texts
from demo.year.programme import active_pair
from feedback import services
from feedback.models import Feedback
from mentorships.models import MentorshipStatus


def write_letter(programme, pk, author):
    """One writes to the other, who may answer."""
    pair = active_pair(pk)
    if pair is None:
        return
    writer = pair.mentor if pair.mentor_id == author else pair.mentee
    letter = services.give_feedback(
        pair,
        author=writer,
        letter=programme.prose(texts.LETTER_BEGIN, texts.LETTER_MIDDLE, texts.LETTER_END),
        works=programme.one(texts.WORKS),
        better=programme.one(texts.BETTER),
        next_time=programme.one(texts.NEXT_TIME),
    )
    if programme.happens(0.3):
        programme.later(answer_letter, letter.pk, days=programme.chance.uniform(0.5, 6))


def answer_letter(programme, pk):
    """The other answers in place."""
    letter = Feedback.objects.select_related("mentorship__mentor", "mentorship__mentee", "author").get(pk=pk)
    pair = letter.mentorship
    if pair.status == MentorshipStatus.ACTIVE:
        partner = pair.partner_of(letter.author)
        services.answer_feedback(letter, author=partner, text=programme.one(texts.LETTER_ANSWER))
