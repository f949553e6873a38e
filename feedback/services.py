"""The verbs of feedback: keep a draft, give it, answer it, ask for it."""

from django.db import transaction
from django.utils import timezone

from feedback import notifications
from feedback.models import Feedback, FeedbackAnswer, FeedbackRequest
from mentoring.lib.idempotency import recent_duplicate
from mentorships.services.locking import HasEnded, lock_mentorship

__all__ = [
    "HasEnded",
    "answer_feedback",
    "discard_draft",
    "draft_of",
    "give_feedback",
    "save_feedback_draft",
    "request_feedback",
]


def draft_of(mentorship, author):
    """The letter somebody is writing in this pair, or None."""
    return mentorship.feedback.filter(author=author, given_at=None).first()


@transaction.atomic
def save_feedback_draft(mentorship, *, author, letter=None, works=None, better=None, next_time=None):
    """Keep what has been typed so far, sealed like everything else. None leaves a text as the draft has it."""
    lock_mentorship(mentorship, author)
    texts = {"letter": letter, "works": works, "better": better, "next_time": next_time}
    return _keep_draft(mentorship, author, texts)


def _keep_draft(mentorship, author, texts):
    """Once the pair is held: {field: text} into the one draft of this author."""
    draft = draft_of(mentorship, author) or Feedback(mentorship=mentorship, author=author)
    for name, text in texts.items():
        if text is not None:
            setattr(draft, name, text)
    draft.save()
    return draft


@transaction.atomic
def give_feedback(mentorship, *, author, letter="", works="", better="", next_time=""):
    """Hand it over, and tell the other that something is there."""
    lock_mentorship(mentorship, author)
    texts = {"letter": letter, "works": works, "better": better, "next_time": next_time}
    same = recent_duplicate(mentorship.feedback.given().filter(author=author), "given_at", **texts)
    if same:
        return same
    feedback = _keep_draft(mentorship, author, texts)
    feedback.given_at = timezone.now()
    feedback.save(update_fields=["given_at"])
    partner = mentorship.partner_of(author)
    mentorship.wanted.filter(asker=partner, met_at=None).update(met_at=feedback.given_at)
    notifications.feedback_given(feedback, to=partner)
    return feedback


@transaction.atomic
def discard_draft(mentorship, *, author):
    """Throw a draft away."""
    mentorship.feedback.filter(author=author, given_at=None).delete()


@transaction.atomic
def answer_feedback(feedback, *, author, text):
    """Answer in place, and tell the other."""
    lock_mentorship(feedback.mentorship, author)
    same = recent_duplicate(feedback.answers.filter(author=author), "written_at", text=text)
    if same:
        return same
    answer = FeedbackAnswer(feedback=feedback, author=author, text=text)
    answer.save()
    notifications.feedback_answered(answer, to=feedback.mentorship.partner_of(author))
    return answer


@transaction.atomic
def request_feedback(mentorship, *, asker):
    """Ask the other for feedback: once, until they have given some."""
    lock_mentorship(mentorship, asker)
    wanted, made = FeedbackRequest.objects.get_or_create(mentorship=mentorship, asker=asker, met_at=None)
    if made:
        notifications.feedback_requested(wanted, to=mentorship.partner_of(asker))
    return made
