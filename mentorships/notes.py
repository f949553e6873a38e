"""Notes as they are read: the newest version of each, and what came before."""

from django.db.models import Exists, OuterRef

from mentorships.differences import merge_lines, merge_texts
from mentorships.models import NoteVersion, OwnKind, OwnNote
from mentorships.templatetags.private import plain


def newest_of(mentorship):
    """The newest version of every note of both, the one changed last on top."""
    later = NoteVersion.objects.filter(note=OuterRef("note"), number__gt=OuterRef("number"))
    rows = NoteVersion.objects.filter(~Exists(later), note__mentorship=mentorship)
    return rows.select_related("note").order_by("-written_at", "-pk")


def history(versions, mentorship):
    """Who wrote which version when: {"number", "author_id", "written_at", "author"} of each. No words are fetched."""
    return [version | {"author": mentorship.people.get(version["author_id"])} for version in versions]


def begun_with(note, *, title, text):
    """Whether a note of both began with just these words."""
    first = note.versions.earliest("number")
    return (plain(first, "title"), plain(first, "text")) == (title, text)


def merged(note, newest, *, base, mine):
    """{"title": ..., "text": ...}: what the other has saved (`newest`) and what I have typed (`mine`), put together.

    `base` is the number of the version that both began from; without it every line of either stays.
    """
    note.mentorship.forget_keys()
    begun = note.versions.filter(number=base).first()
    return {
        name: merge(begun and plain(begun, name), plain(newest, name), mine[name])
        for name, merge in (("title", merge_lines), ("text", merge_texts))
    }


def own_of(mentorship, member):
    """What a member keeps alone in this mentorship, newest first."""
    rows = OwnNote.objects.filter(mentorship=mentorship, author=member, kind=OwnKind.NOTE)
    return rows.order_by("-written_at", "-pk")


def adopt_own_notes(rows, mentorship, member):
    """Let every note know its author, and all of them share one look at the keys."""
    place = None
    for row in rows:
        row.mentorship, row.author = mentorship, member
        row.pair = place = place or row.pair
    return rows
