"""Links out of reminders: for one answer, by one person, for a week; unusable once it has been given."""

from datetime import timedelta

from django.core import signing

from mentoring.lib.links import member_link as link
from mentoring.lib.signed import signer, timestamp_signer

ANSWER = "reminders.answer"
YES = "reminders.yes"
A_WEEK = timedelta(days=7)


def answer_link(reminder, answer):
    """The page of one answer to a check-in."""
    return link("contact_answer", timestamp_signer(ANSWER).sign(f"{reminder.pk}.{answer}"))


def read_answer(token):
    """(number of the reminder, answer, whether it is still in time), or None for what is not ours."""
    try:
        number, _dot, answer = timestamp_signer(ANSWER).unsign(token).partition(".")
    except signing.BadSignature:
        return None
    return int(number), answer, _in_time(token)


def _in_time(token):
    try:
        timestamp_signer(ANSWER).unsign(token, max_age=A_WEEK)
    except signing.SignatureExpired:
        return False
    return True


def yes_link(question):
    """The page that says "still willing"."""
    return link("still_willing", signer(YES).sign(question.pk))


def read_yes(token):
    """The number of the question, or None for what is not ours."""
    try:
        return int(signer(YES).unsign(token))
    except signing.BadSignature:
        return None
