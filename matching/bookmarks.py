"""The mentors a member has kept for later, or put out of sight."""

from dataclasses import dataclass

from django.db import transaction

from conduct import blocks
from matching.models import Mark
from matching.models.bookmark import MarkKind
from mentorships.models import Alone
from profiles.models import MentorProfile


@dataclass(frozen=True)
class Marks:
    """Member ids kept; mentor profile ids hidden, and of those one keeps apart from."""

    kept: frozenset
    hidden_ids: tuple
    apart_ids: frozenset

    @property
    def out_of_sight(self):
        """The profile ids that stand in no list of this member's: hidden, or kept apart from."""
        return {*self.hidden_ids, *self.apart_ids} - {None}


def marks_of(member):
    """One statement, together with who is blocked, whichever of the two wished it."""
    rows = Mark.objects.filter(member=member).values_list(
        "mentor_id", "mentor__mentor_profile", "kind"
    )
    rows = list(rows.union(*blocks.rows_apart(member, "mentor_profile"), all=True))
    return Marks(
        kept=frozenset(pk for pk, _profile, kind in rows if kind == MarkKind.KEPT),
        hidden_ids=tuple(profile for _pk, profile, kind in rows if kind == MarkKind.HIDDEN),
        apart_ids=frozenset(profile for _pk, profile, kind in rows if kind == blocks.APART),
    )


@transaction.atomic
def put(member, mentor, kind):
    """Keep or hide; the other mark goes. A note stays."""
    Mark.objects.update_or_create(member=member, mentor=mentor, defaults={"kind": kind})


def remove(member, mentor, kind):
    """Undo."""
    Mark.objects.filter(member=member, mentor=mentor, kind=kind).delete()


def save_note(member, mentor, text):
    """Keep a note on the shortlist, for the member alone."""
    mark = Mark.objects.get(member=member, mentor=mentor, kind=MarkKind.KEPT)
    mark.member, mark.note = member, text
    mark.save(update_fields=["note"])


def shortlist(member):
    """The kept marks with their mentors' profile numbers, newest first."""
    rows = Mark.objects.filter(member=member, kind=MarkKind.KEPT).order_by("-made_at")
    rows = list(rows.select_related("member"))
    profiles = MentorProfile.objects.filter(member__in=[row.mentor_id for row in rows])
    numbers = dict(profiles.values_list("member_id", "pk"))
    place = Alone(member)  # one for all rows: its keys are read once
    for row in rows:
        row.member, row.pair, row.profile_id = member, place, numbers.get(row.mentor_id)
    return rows
