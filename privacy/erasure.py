"""Making unreadable, for good: the key goes, so the text is noise, in every copy that has no key.

Needs no key ring. Each statement names only the columns that the worker's login may see.
"""

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext, override

from conduct.models import Block, Case, CaseKey
from directory.services import forget_words, relist, written_words
from feedback.models import Feedback
from mail.models import Letter, MailDay, PaceOfMail, Stop, Undeliverable, Want
from matching import wishes
from matching.models import Bookmark, Offer, Suggestion, Watch
from meetings.models import CalendarSettings
from mentorships.models import DataKey, Invitation, Mentorship, OwnNote
from privacy.models import Closing
from profiles import photos
from profiles.models import Look, Member, MentorProfile
from reminders.models import Question, Reminder

KEPT_OF_A_MEMBER = {"id", "code", "joined_at", "adult_at", "language", "time_zone", "last_login"}
KEPT_OF_A_MENTOR = {"id", "member", "capacity", "active"}


def shred_scope(code):
    """What everybody wrote in one place. The caller writes it to the erasure list once it is committed."""
    DataKey.objects.filter(scope=code).delete()
    CaseKey.objects.filter(scope=code).delete()
    Mentorship.objects.filter(code=code).update(shredded_at=timezone.now(), shred_on=None)


def forget(member, *, leave_words):
    """Shred what a member wrote, end their sessions, and leave a nameless row in their place.

    With `leave_words` what they wrote in mentorships stays, signed "former member", until the other
    leaves too. Cases that are still open stay until a coordinator closes them. Returns the codes of the
    places that were shredded whole.
    """
    scopes = _shred_written_by(member, leave_words=leave_words)
    _forget_addresses(member)
    for session in UserSession.objects.filter(user=member):
        session.end()
    Letter.objects.filter(to=member).delete()
    for choice in (Stop, Want, PaceOfMail, MailDay):
        choice.objects.filter(member=member).delete()
    Reminder.objects.filter(to=member).delete()
    Question.objects.filter(to=member).delete()
    CalendarSettings.objects.filter(member=member).delete()
    Look.objects.filter(
        member=member
    ).delete()  # what they looked at stays for those they looked at
    Bookmark.objects.filter(Q(member=member) | Q(mentor=member)).delete()
    Watch.objects.filter(Q(member=member) | Q(mentor=member)).delete()
    wishes.take_back(member)
    Offer.objects.filter(mentor=member).delete()
    Suggestion.objects.filter(mentor=member).delete()
    Block.objects.filter(Q(by=member) | Q(whom=member)).delete()
    Invitation.objects.filter(by=member).delete()
    OwnNote.objects.filter(author=member).delete()
    drafts = Feedback.objects.filter(author=member, given_at=None)
    drafts._raw_delete(drafts.db)  # a draft has no answers, and the worker may not look for any
    _empty(member)
    return scopes


def _forget_addresses(member):
    """Also where others have written them: invitations, and mails that still wait."""
    known = {
        member.email,
        *EmailAddress.objects.filter(user=member).values_list("email", flat=True),
    }
    small = {address.lower() for address in known}
    Invitation.objects.filter(address__in=small).update(address="")
    waiting = Letter.objects.filter(to=None, address__in=known | small, sent_at=None)
    waiting.exclude(kind="privacy/account_closed").delete()
    Undeliverable.objects.filter(address__in=small).delete()
    EmailAddress.objects.filter(user=member).delete()


def _shred_written_by(member, *, leave_words):
    keys = DataKey.objects.filter(author=member)
    mine = Mentorship.objects.visible_to(member)
    if leave_words:
        keys = keys.exclude(scope__in=mine.values("code"))
    keys.delete()
    cases = Case.objects.filter(member=member).exclude(closed_at=None)
    scopes = [*cases.values_list("code", flat=True)]
    for mentorship in mine.filter(shredded_at=None):
        other = mentorship.mentee_id if mentorship.mentor_id == member.pk else mentorship.mentor_id
        if Closing.objects.filter(member=other).exclude(done_at=None).exists():
            scopes.append(mentorship.code)
    for code in scopes:
        shred_scope(code)
    return scopes


def shred_cases_of_leavers():
    """Cases that were open when their member left, and are closed by now. Returns their codes."""
    gone = Closing.objects.exclude(done_at=None).values("member")
    kept = CaseKey.objects.filter(scope=OuterRef("code"))
    closed = Case.objects.filter(Exists(kept), member__in=gone).exclude(closed_at=None)
    codes = list(closed.values_list("code", flat=True))
    for code in codes:
        shred_scope(code)
    return codes


def _empty(member):
    if member.photo:
        photos.remove(member.photo)
    mentors = MentorProfile.objects.filter(member=member)
    said = {word for mentor in mentors for word in written_words(mentor)}
    mentors.update(**_defaults(MentorProfile, KEPT_OF_A_MENTOR))
    with override(member.language):
        name = gettext("Former member").replace(" ", "\u00a0")  # one name, not a first and a last
    facts = _defaults(Member, KEPT_OF_A_MEMBER) | {
        "name": name,
        "email": f"closed-{member.code.hex}@closed.invalid",
        "password": "!closed",
        "is_active": False,
        "left_at": timezone.now(),
    }
    Member.objects.filter(pk=member.pk).update(**facts)
    for mentor in mentors.all():
        relist(mentor)  # from the emptied rows: the list and the search keep a copy of their own
    forget_words(said)


def _defaults(model, kept):
    """Every field of a row as it is when nothing is known, but for those that stay."""
    fields = [f for f in model._meta.concrete_fields if f.name not in kept]
    return {field.name: field.get_default() for field in fields}
