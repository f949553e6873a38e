"""Pausing, going on, and ending well: with a word to the other, and one to oneself."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from conduct.blocks import are_apart
from mentorships import notifications
from mentorships.models import Mentorship, OwnKind, OwnNote, Thanks
from mentorships.services.life import end, pause, resume
from mentorships.services.locking import Conflict


class ThankedAlready(Conflict):
    """Thanks are said once, and stay as they were said."""


@transaction.atomic
def pause_and_tell(mentorship, *, by, until=None):
    """Pause, until a day if one is known, and tell the other."""
    change = pause(mentorship, by=by, until=until)
    notifications.mentorship_paused(change, mentorship, to=mentorship.partner_of(by))


@transaction.atomic
def resume_and_tell(mentorship, *, by):
    """Resume, and tell the other."""
    change = resume(mentorship, by=by)
    notifications.mentorship_resumed(change, mentorship, to=mentorship.partner_of(by))


@transaction.atomic
def conclude(mentorship, *, by, thanks="", reflection=""):
    """End it, keep what was said with it, and tell the other that it has ended."""
    change = end(mentorship, by=by)
    if reflection:
        reflect(mentorship, author=by, text=reflection)
    if thanks:
        Thanks(mentorship=mentorship, author=by, text=thanks).save()
    notifications.mentorship_ended(change, mentorship, to=mentorship.partner_of(by), thanked=bool(thanks))


@transaction.atomic
def thank(mentorship, *, author, text):
    """Say thanks after the end, and tell the other that something is there to read."""
    Mentorship.objects.select_for_update().get(pk=mentorship.pk)
    mentorship.forget_keys()
    mentorship.refresh_from_db(fields=["shredded_at"])
    if mentorship.shredded_at or are_apart(mentorship.mentor, mentorship.mentee):
        raise Conflict(_("You can no longer write here."))
    if mentorship.thanks.filter(author=author).exists():
        raise ThankedAlready(_("You’ve already said thanks, and it stays as you wrote it."))
    thanks = Thanks(mentorship=mentorship, author=author, text=text)
    thanks.save()
    notifications.thanks_given(thanks, to=mentorship.partner_of(author))


@transaction.atomic
def reflect(mentorship, *, author, text):
    """Keep a closing reflection, for its author alone. Written again, it takes the place of the first."""
    Mentorship.objects.select_for_update().get(pk=mentorship.pk)
    note = reflection_of(mentorship, author) or OwnNote(
        mentorship=mentorship, author=author, kind=OwnKind.REFLECTION
    )
    note.text = text
    if text or note.pk:
        note.save()


def reflection_of(mentorship, author):
    """The closing reflection of one of the two, or None."""
    mine = OwnNote.objects.filter(mentorship=mentorship, author=author, kind=OwnKind.REFLECTION)
    return mine.select_related("author").first()
