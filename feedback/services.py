"""The verbs of feedback: keep a draft, give it, answer it, ask for it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from feedback import emails
from feedback.models import TEXTS, Answer, Feedback, Wanted
from mentorships import rules
from mentorships.models import Mentorship
from mentorships.twice import just_said


class HasEnded(Exception):
    """The mentorship has ended: its archive can be read and not added to."""


def _locked(mentorship, by):
    """Hold the pair's row, so that an end at the same moment comes before or after, not between."""
    row = Mentorship.objects.select_for_update().get(pk=mentorship.pk)
    if not rules.may_write(by, row):
        raise HasEnded(_("This mentorship has ended; nothing can be added to it."))


def draft_of(mentorship, author):
    """The letter somebody is writing in this pair, or None."""
    return mentorship.feedback.filter(author=author, given_at=None).first()


@transaction.atomic
def save_draft(mentorship, *, author, **texts):
    """Keep what has been typed so far, sealed like everything else."""
    _locked(mentorship, author)
    draft = draft_of(mentorship, author) or Feedback(mentorship=mentorship, author=author)
    for name in texts.keys() & TEXTS:
        setattr(draft, name, texts[name])
    draft.save()
    return draft


@transaction.atomic
def give(mentorship, *, author, **texts):
    """Hand it over, and tell the other that something is there."""
    _locked(mentorship, author)
    same = just_said(mentorship.feedback.given().filter(author=author), "given_at", **texts)
    if same:
        return same
    feedback = save_draft(mentorship, author=author, **texts)
    feedback.given_at = timezone.now()
    feedback.save(update_fields=["given_at"])
    partner = mentorship.partner_of(author)
    mentorship.wanted.filter(asker=partner, met_at=None).update(met_at=feedback.given_at)
    emails.feedback_given(feedback, to=partner)
    return feedback


@transaction.atomic
def discard(mentorship, *, author):
    """Throw a draft away."""
    mentorship.feedback.filter(author=author, given_at=None).delete()


@transaction.atomic
def answer(feedback, *, author, text):
    """Answer in place, and tell the other."""
    _locked(feedback.mentorship, author)
    same = just_said(feedback.answers.filter(author=author), "written_at", text=text)
    if same:
        return same
    row = Answer(feedback=feedback, author=author, text=text)
    row.save()
    emails.feedback_answered(row, to=feedback.mentorship.partner_of(author))
    return row


@transaction.atomic
def want(mentorship, *, asker):
    """Ask the other for feedback: once, until they have given some."""
    _locked(mentorship, asker)
    wanted, made = Wanted.objects.get_or_create(mentorship=mentorship, asker=asker, met_at=None)
    if made:
        emails.feedback_wanted(wanted, to=mentorship.partner_of(asker))
    return made
