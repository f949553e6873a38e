"""The verbs of notes: those of both, kept version by version, and those of one alone."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from mentoring.lib.idempotency import recent_duplicate
from mentoring.lib.vault import CannotOpen
from mentorships.models import Note, NoteVersion, OwnNote
from mentorships.services.locking import Conflict, check_still_there, lock_mentorship


class WrittenMeanwhile(Conflict):
    """The other has saved a version since this writing began. Nothing was put over it."""


@transaction.atomic
def begin_note(mentorship, *, by, title, text):
    """A new note of both. The answer is its first version."""
    lock_mentorship(mentorship, by)
    firsts = NoteVersion.objects.filter(note__mentorship=mentorship, author=by, number=1)
    same = recent_duplicate(firsts, "written_at", title=title, text=text)
    if same:
        return same
    note = Note.objects.create(mentorship=mentorship)
    return _version(note, by, 1, title, text)


@transaction.atomic
def save_version(note, *, by, base, title, text):
    """Put a version after number `base`; WrittenMeanwhile if that is not the newest any more."""
    lock_mentorship(note.mentorship, by)
    newest = note.versions.first()
    if _says(newest, title, text):
        return newest
    if newest.number != base:
        raise _meanwhile()
    try:
        with transaction.atomic():
            return _version(note, by, base + 1, title, text)
    except IntegrityError:
        raise _meanwhile() from None


def _says(version, title, text):
    try:
        return (version.title, version.text) == (title, text)
    except CannotOpen:
        return False


def _meanwhile():
    return WrittenMeanwhile(
        _(
            "This note was changed while you were writing. We’ve put both versions together "
            "here, so nothing is lost. Look through the text and save again."
        )
    )


def _version(note, by, number, title, text):
    version = NoteVersion(note=note, author=by, number=number, title=title, text=text)
    version.save()
    return version


@transaction.atomic
def keep_own_note(mentorship, *, by, text):
    """A note for oneself alone."""
    lock_mentorship(mentorship, by)
    mine = OwnNote.objects.filter(mentorship=mentorship, author=by)
    same = recent_duplicate(mine, "written_at", text=text)
    return same or _kept(OwnNote(mentorship=mentorship, author=by), text)


@transaction.atomic
def change_own_note(own, *, by, text):
    """Put one's own note in other words. It keeps its date."""
    lock_mentorship(own.mentorship, by)
    check_still_there(own)
    return _kept(own, text)


def _kept(own, text):
    own.text = text
    own.save()
    return own


@transaction.atomic
def delete_own_note(own):
    """Delete one's own note, for good; also after the end."""
    own.delete()
