"""Notes of both, for their tests."""

from mentorships.models import Note


def note_texts(note):
    """[(number, author, text)] of every version, newest first, as they stand now."""
    note = Note.objects.get(pk=note.pk)
    return [(version.number, version.author, version.text) for version in note.versions.all()]
