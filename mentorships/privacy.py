"""What mentorships hold about people: the words of the two are sealed, the rest are dates and names of terms."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.plain import plain
from mentoring.lib.registry.personal_data import (
    ON_LEAVING,
    ON_SHREDDING,
    PAIR_EXPORT,
    Rights,
    columns,
    declare,
    export_part,
    retention,
)
from mentorships.models import (
    Agreement,
    DataKey,
    Goal,
    Invitation,
    InvitationStatus,
    Mentorship,
    Note,
    NoteVersion,
    OwnNote,
    StatusChange,
    Step,
    Thanks,
)
from profiles.privacy import addresses_of

PAIR = "mentorship"  # the part of each mentorship in the archive
UNREADABLE = "kept: unreadable without its key, or left to the partner if the leaver chose so"
STAYS = "kept: the partner's history; the leaver is a former member"
TWO = ("mentorship__mentor", "mentorship__mentee")

declare(
    Mentorship,
    owners=("mentor", "mentee"),
    export=PAIR,
    leaving=STAYS,
    # How it stands, never who the two are.
    worker=Rights(
        "S",
        change=columns(
            "status",
            "ended_at",
            "paused_until",
            why="a mentorship ends or rests: its texts stay sealed for the two",
        )
        | columns("shred_on", "shredded_at", why="says what was made unreadable; opens nothing again"),
        only={"rest_proposed_by_id": "NULL"},  # a suggestion is over; nobody is said to have made one
    ),
)
declare(
    StatusChange,
    owners=TWO,
    export=PAIR,
    leaving=STAYS,
    worker=Rights("S", insert="history: who reads a mentorship is not asked of it"),
)
declare(
    DataKey,
    owners=("author",),
    export="none: the key of a text, wrapped",
    leaving="deleted, but for mentorships whose words the leaver leaves to the partner",
    worker=Rights("D", read=("id", "scope", "author_id")),
)
declare(Agreement, owners=TWO, export=PAIR, leaving=UNREADABLE, texts={"text": _("Agreement")})
declare(
    Goal,
    owners=TWO,
    export=PAIR,
    leaving=UNREADABLE,
    texts={"title": _("Goal"), "why": _("Goal (why)"), "readings": _("Goal (reading list)")},
)
declare(
    Step,
    owners=("goal__mentorship__mentor", "goal__mentorship__mentee"),
    export=PAIR,
    leaving=UNREADABLE,
    texts={"text": _("Next step")},
)
declare(Note, owners=TWO, export="none: its versions are in the part of the mentorship", leaving=STAYS)
declare(
    NoteVersion,
    owners=("note__mentorship__mentor", "note__mentorship__mentee"),
    export=PAIR,
    leaving=UNREADABLE,
    texts={"title": _("Shared note (title)"), "text": _("Shared note")},
)
declare(
    OwnNote,
    owners=("author",),
    export=PAIR,
    leaving="deleted",
    worker=Rights("D", read=("id", "author_id")),
    texts={"text": _("Private note")},
)
declare(Thanks, owners=TWO, export=PAIR, leaving=UNREADABLE, texts={"text": _("Word of thanks")})
declare(
    Invitation,
    owners=("by",),
    export="invitations",
    leaving="deleted; the leaver's addresses are taken out of those of others",
    worker=Rights(
        "SD",
        change=columns("status", "decided_at", why="an invitation lapses"),
        only={"address": "''"},  # another address would be invited in its place
    ),
)


@export_part("invitations", _("Invitations you’ve sent"), order=130)
def invitations_of(member):
    for invitation in Invitation.objects.filter(by=member).order_by("pk"):
        yield {
            "to": invitation.address,
            "state": invitation.status,
            "sent": plain(invitation.sent_at),
            "focus": invitation.focus,
        }


@PAIR_EXPORT.register(order=10)
def mentorship_dates(pair, member):
    yield {
        **pair.names_by_role(),
        "kind": pair.kind,
        "focus": pair.focus,
        "style": pair.style,
        "state": pair.status,
        "began": plain(pair.began_at),
        "ended": plain(pair.ended_at),
        "paused_until": plain(pair.paused_until),
        "rest_suggested_by": pair.rest_proposed_by.name if pair.rest_proposed_by else "",
    }
    for change in StatusChange.objects.filter(mentorship=pair).order_by("pk"):
        yield {"was": change.was, "now": change.now, "at": plain(change.at)}


@retention(
    _("Unanswered invitations, including the email address"),
    after=timedelta(0),
    when=_("30 days after they were sent"),
    order=40,
)
def close_old_invitations(now, after):
    """They end, and forget the address."""
    late = Invitation.objects.filter(status=InvitationStatus.OPEN, expires_at__lt=now - after)
    return late.update(status=InvitationStatus.WITHDRAWN, decided_at=now, address="")


@ON_LEAVING.register(order=0)
def shred_written_texts(member, *, leave_words):
    """The leaver's keys. Returns the mentorships whose other has left, too: nobody is there to read them."""
    mine = Mentorship.objects.visible_to(member)
    keys = DataKey.objects.filter(author=member)
    if leave_words:
        keys = keys.exclude(scope__in=mine.values("code"))
    keys.delete()
    alone = mine.filter(shredded_at=None).filter(
        Q(mentor=member, mentee__left_at__isnull=False) | Q(mentee=member, mentor__left_at__isnull=False)
    )
    return list(alone.values_list("code", flat=True))


@ON_LEAVING.register(order=10)
def forget_invitations_and_own_notes(member, *, leave_words):
    small = {address.lower() for address in addresses_of(member)}
    Invitation.objects.filter(address__in=small).update(address="")
    Invitation.objects.filter(by=member).delete()
    OwnNote.objects.filter(author=member).delete()
    return ()


@ON_SHREDDING.register()
def mark_shredded(code):
    """Its two see that what was written here is gone."""
    Mentorship.objects.filter(code=code).update(shredded_at=timezone.now(), shred_on=None)
    return ()
