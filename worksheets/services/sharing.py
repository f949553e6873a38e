"""Sharing one answer with the other of a mentorship, and no longer sharing it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mentorships.models import Mentorship
from mentorships.models.mentorship import OPEN
from mentorships.services.locking import Conflict, check_still_there, lock_mentorship
from mentorships.templatetags.private import plain
from worksheets import notifications
from worksheets.filling import text_mark
from worksheets.models import Answer, SharedAnswer


class AnswerChanged(Conflict):
    """The answer is not what its writer saw when they chose to share it."""


class NothingWritten(Conflict):
    """There is no text to share."""


def pairs_for(member, sheet):
    """The mentorships that an answer of this sheet is for: its own, or all of the member's, over or not."""
    pairs = Mentorship.objects.visible_to(member).with_people().order_by("-began_at", "-pk")
    return pairs.filter(pk=sheet.mentorship_id) if sheet.mentorship_id else pairs


def may_share_in(member, sheet):
    """Those of them that go on."""
    return pairs_for(member, sheet).filter(status__in=OPEN)


@transaction.atomic
def share_answer(answer, mentorship, *, by, seen):
    """Give the other a copy of an answer; a copy from before is replaced. `seen` is the mark of the text shown.

    AnswerChanged or NothingWritten if it is another text by now, HasEnded if the mentorship is over.
    """
    lock_mentorship(mentorship, by)
    text = _text_now(answer, seen)
    shared = SharedAnswer.objects.filter(mentorship=mentorship, author=by, answer_code=answer.code).first()
    if shared:
        mentorship.adopt([shared])
        if plain(shared, "text") == text:
            return shared
    shared = shared or SharedAnswer(mentorship=mentorship, author=by, answer_code=answer.code)
    shared.slug, shared.title, shared.prompt = answer.sheet.slug, answer.sheet.title, answer.prompt
    shared.text, shared.shared_at = text, timezone.now()
    shared.save()
    notifications.answer_shared(shared, to=mentorship.partner_of(by))
    return shared


def _text_now(answer, seen):
    check_still_there(answer)
    now = Answer.objects.select_related("sheet").get(pk=answer.pk)
    now.member = answer.member
    text = plain(now, "text")
    if not text:
        raise NothingWritten(_("There is nothing to share: this answer is empty."))
    if text_mark(text) != seen:
        raise AnswerChanged(
            _("You’ve changed this answer since you opened the page. Read it again, then share it.")
        )
    answer.prompt, answer.sheet = now.prompt, now.sheet
    return text


def stop_sharing(shared):
    """The other can no longer read it, whether or not they have; an email about it that waits is not sent."""
    shared.delete()
