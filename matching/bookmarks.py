"""The mentors a member has kept for later, or put out of sight."""

from dataclasses import dataclass

from django.db import connection, transaction

from conduct import blocks
from matching.models import Bookmark
from matching.models.bookmark import BookmarkKind
from mentorships.models import Alone
from profiles.models import MentorProfile

# One statement by hand, 0.03 ms: as a union through the ORM it takes 1.0 of the ten of the list of mentors, which
# asks it each time.
MARKED = f"""
SELECT k.mentor_id, p.id, k.kind FROM matching_bookmark k
  LEFT JOIN profiles_mentorprofile p ON p.member_id = k.mentor_id WHERE k.member_id = %s
UNION ALL
{blocks.MENTORS_APART}
"""  # noqa: S608


@dataclass(frozen=True)
class Bookmarks:
    """Member ids kept; mentor profile ids hidden, and of those one keeps apart from."""

    kept: frozenset
    hidden_ids: tuple
    apart_ids: frozenset

    @property
    def out_of_sight(self):
        """The profile ids that stand in no list of this member's: hidden, or kept apart from."""
        return {*self.hidden_ids, *self.apart_ids} - {None}


def bookmarks_of(member):
    """One statement, together with who is blocked, whichever of the two wished it."""
    with connection.cursor() as cursor:
        cursor.execute(MARKED, [member.pk] * 3)
        mentors = cursor.fetchall()
    return Bookmarks(
        kept=frozenset(pk for pk, _profile, kind in mentors if kind == BookmarkKind.KEPT),
        hidden_ids=tuple(profile for _pk, profile, kind in mentors if kind == BookmarkKind.HIDDEN),
        apart_ids=frozenset(profile for _pk, profile, kind in mentors if kind == blocks.APART),
    )


@transaction.atomic
def put_bookmark(member, mentor, kind):
    """Keep or hide; the other kind goes. A note stays."""
    Bookmark.objects.update_or_create(member=member, mentor=mentor, defaults={"kind": kind})


def remove_bookmark(member, mentor, kind):
    """Undo."""
    Bookmark.objects.filter(member=member, mentor=mentor, kind=kind).delete()


def save_note(member, mentor, text):
    """Keep a note on the shortlist, for the member alone."""
    bookmark = Bookmark.objects.get(member=member, mentor=mentor, kind=BookmarkKind.KEPT)
    bookmark.member, bookmark.note = member, text
    bookmark.save(update_fields=["note"])


def shortlist(member):
    """The bookmarks kept, newest first, each with the `profile_id` of its mentor (or None)."""
    kept = Bookmark.objects.filter(member=member, kind=BookmarkKind.KEPT).order_by("-made_at")
    kept = list(kept.select_related("member"))
    profiles = MentorProfile.objects.filter(member__in=[bookmark.mentor_id for bookmark in kept])
    numbers = dict(profiles.values_list("member_id", "pk"))
    alone = Alone(member)  # one for all of them: its keys are read once
    for bookmark in kept:
        bookmark.member, bookmark.pair = member, alone
        bookmark.profile_id = numbers.get(bookmark.mentor_id)
    return kept
