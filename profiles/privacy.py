"""What the room of people holds about them, with what Django and django-allauth keep of an account."""

from datetime import timedelta

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from mail.incoming import suppression_list
from mail.models import OutgoingMail
from mentoring.lib.plain import CHUNK, plain, plain_fields
from mentoring.lib.registry.personal_data import (
    DELETED,
    ON_LEAVING,
    Rights,
    columns,
    declare,
    export_part,
    retention,
)
from profiles import access_log, photo_files
from profiles.models import (
    AccessLogEntry,
    Member,
    MentorProfile,
    PolicyAcceptance,
    Term,
    TermLabel,
    VocabularyVersion,
)
from profiles.sign_ups import delete_sign_up, unconfirmed_sign_ups
from profiles.signals import mentor_changed

NOT_EXPORTED = ("id", "password", "is_superuser", "member")  # numbers of ours, and a hash
KEPT_OF_A_MEMBER = {"id", "code", "joined_at", "adult_at", "language", "time_zone", "last_login"}
KEPT_OF_A_MENTOR = {"id", "member", "capacity", "active"}
NOBODY = "none: about nobody"
WORDING = "a word of the vocabulary, about nobody"
SAYS = "what a member says about themselves, emptied when they leave: nobody signs in or reads by it"
# What signs in, as it is once an account is closed: the worker may put no other value there (Rights.only).
DEAD = {
    "email": "'closed-' || replace(NEW.code::text, '-', '') || '@closed.invalid'",
    "password": "'!closed'",
    "is_active": "false",
    "is_staff": "false",
    "is_superuser": "false",
}
NO_STAFF = {name: DEAD[name] for name in ("is_staff", "is_superuser")}
STANDING = "suspended or not, since when and why: the password and the address stay"
EMPTIED = "emptied: a row without a name stays, so that others' rows keep their place"


def _columns(model, kept):
    """The columns of a model but for those that stay as they are."""
    return [field.column for field in model._meta.concrete_fields if field.name not in kept]


declare(
    Member,
    owners=("pk",),
    export="profile",
    leaving=EMPTIED,
    # Nobody is let into the staff site by the member site's login, and by no other without a second person.
    member=Rights("SIUD", insert_if="NOT NEW.is_staff AND NOT NEW.is_superuser", only=NO_STAFF),
    staff=Rights(
        "S",
        change=columns("is_active", "suspended_at", "suspended_reason", why=STANDING),
        only={"is_staff": "false"},
    ),
    worker=Rights(
        "SD",
        change=columns(*_columns(Member, KEPT_OF_A_MEMBER | set(DEAD)), why=SAYS),
        only=DEAD | {"is_staff": "NEW.is_staff AND holds_a_group(NEW.id)"},
    ),
)
declare(
    MentorProfile,
    owners=("member",),
    export="mentor-profile",
    leaving=EMPTIED,
    staff=Rights("S", change=columns("hidden_at", "hidden_reason", why="whether a profile is in the list")),
    worker=Rights("S", change=columns(*_columns(MentorProfile, KEPT_OF_A_MENTOR), "active", why=SAYS)),
)
declare(
    AccessLogEntry,
    owners=("member",),  # what they looked at stays for those they looked at
    export="looks",
    leaving=DELETED,
    staff=Rights("S", insert="that a coordinator looked: more of it tells the member more"),
    worker="SD",
)
declare(PolicyAcceptance, owners=("member",), export="accepted", leaving=DELETED, worker="SD")
declare(
    "profiles.member_user_permissions",
    export="none: what staff may do",
    leaving="kept: an empty row may do nothing",
    member="S",
    staff="S",
    worker="SD",
)
declare(
    VocabularyVersion,
    export=NOBODY,
    leaving="none",
    staff=Rights("S", change=columns("version", why="a number that tells processes to read the words anew")),
    worker="S",
)
for model in (Term, TermLabel):
    declare(
        model,
        export=NOBODY,
        leaving="none",
        staff=Rights("S", insert=WORDING, change=columns(*_columns(model, {"id"}), why=WORDING)),
        worker="S",
    )

# The worker reads who may see what: it mails coordinators what waits for them. Only the owner changes it.
for label in ("auth.group", "auth.permission", "auth.group_permissions", "contenttypes.contenttype"):
    declare(label, export=NOBODY, leaving="none", member="S", staff="S", worker="S")
declare(
    Session,
    export="none: sealed; signing-in lists them",
    leaving="ended",
    # By its key or its day, never looked into. Without the signature of the cookie a key lets nobody in.
    worker=Rights("D", read=("session_key", "expire_date")),
)
declare(EmailAddress, owners=("user",), export="signing-in", leaving="deleted", staff="S", worker="SD")
declare(
    EmailConfirmation,
    owners=("email_address__user",),
    export="none: a code that is in a mail",
    leaving="deleted with the address",
    worker=Rights("D", read=("id", "email_address_id")),  # never the code itself
)
declare(UserSession, owners=("user",), export="signing-in", leaving="ended", worker="SD")


@export_part("profile", _("Your profile"), order=10)
def profile_of(member):
    yield plain_fields(member, without=NOT_EXPORTED)


@export_part("mentor-profile", _("Your mentor profile"), order=20)
def mentor_profile_of(member):
    for mentor in MentorProfile.objects.filter(member=member):
        yield plain_fields(mentor, without=NOT_EXPORTED)


@export_part("signing-in", _("How you sign in"), order=30)
def sign_ins_of(member):
    for address in EmailAddress.objects.filter(user=member):
        yield {"address": address.email, "verified": address.verified, "primary": address.primary}
    for session in UserSession.objects.filter(user=member):
        yield {
            "signed_in": plain(session.created_at),
            "last_seen": plain(session.last_seen_at),
            "from": session.ip,
            "with": session.user_agent,
        }


@export_part("accepted", _("What you’ve accepted"), order=37)
def acceptances_of(member):
    for row in PolicyAcceptance.objects.filter(member=member).order_by("accepted_at", "pk").iterator(CHUNK):
        yield plain_fields(row, without=NOT_EXPORTED)


@export_part("looks", _("What coordinators have opened"), order=160)
def looks_at(member):
    for entry in access_log.entries_about(member).order_by("at").iterator(CHUNK):
        yield {"who": entry.by.name, "what": entry.what, "at": plain(entry.at)}


@retention(_("Sign-ins that have expired"), after=timedelta(0), when=_("the same day"), order=20)
def forget_sessions(now, after):
    """And from where they came."""
    gone = Session.objects.filter(expire_date__lt=now - after).delete()[0]
    there = Session.objects.filter(pk=OuterRef("session_key"))
    return gone + UserSession.objects.filter(~Exists(there)).delete()[0]


@retention(
    _("Sign-ups whose address was never confirmed"),
    after=timedelta(days=30),
    when=_("after 30 days"),
    order=30,
)
def forget_unfinished_sign_ups(now, after):
    gone = unconfirmed_sign_ups().filter(joined_at__lt=now - after)
    return sum(delete_sign_up(pk) for pk in gone.values_list("pk", flat=True))


@retention(
    _("The record of what coordinators have opened"),
    after=timedelta(days=730),
    when=_("after two years"),
    order=90,
)
def forget_looks(now, after):
    return AccessLogEntry.objects.filter(at__lt=now - after).delete()[0]


@ON_LEAVING.register(order=20)
def forget_addresses(member, *, leave_words):
    """The addresses of the leaver, also where mails to a bare address still wait."""
    small = {address.lower() for address in addresses_of(member)}
    waiting = OutgoingMail.objects.filter(to=None, address__in=small | addresses_of(member), sent_at=None)
    waiting.exclude(kind="privacy/account_closed").delete()
    suppression_list.lift_suppressions(small)
    EmailAddress.objects.filter(user=member).delete()
    for session in UserSession.objects.filter(user=member):
        session.end()
    return ()


def addresses_of(member):
    """Every address of a member, confirmed or not, as typed."""
    return {member.email, *EmailAddress.objects.filter(user=member).values_list("email", flat=True)}


@ON_LEAVING.register(order=90)
def empty_profiles(member, *, leave_words):
    """Last: a row without a name stays in the leaver's place."""
    if member.photo:
        photo_files.remove_photo(member.photo)
    mentors = MentorProfile.objects.filter(member=member)
    mentors.update(**_defaults(MentorProfile, KEPT_OF_A_MENTOR))
    Member.objects.filter(pk=member.pk).update(**_former_member(member))
    for mentor in mentors.all():
        mentor_changed.send(sender=MentorProfile, mentor=mentor)
    return ()


def _former_member(member):
    with override(member.language):
        name = gettext("Former member").replace(" ", "\u00a0")  # one name, not a first and a last
    return _defaults(Member, KEPT_OF_A_MEMBER) | {
        "name": name,
        "email": f"closed-{member.code.hex}@closed.invalid",
        "password": "!closed",
        "is_active": False,
        "left_at": timezone.now(),
    }


def _defaults(model, kept):
    """Every field of a row as it is when nothing is known, but for those that stay."""
    fields = [f for f in model._meta.concrete_fields if f.name not in kept]
    return {field.name: field.get_default() for field in fields}
