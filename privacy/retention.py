"""What nobody needs any more goes, on a schedule that members can read (product 62).

`SCHEDULE` is both: what the page of privacy prints, and what the job does.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from conduct.models import Case, CaseKey
from mail.models import ERASED, OutgoingMail, Undeliverable
from matching.models import MentorRequest
from matching.models.requests import RequestStatus as RequestStatus
from mentoring.lib import jobs
from mentorships.models import DataKey, Invitation, InvitationStatus, Mentorship
from privacy import emails, erasure, erasure_list
from profiles.models import AccessLogEntry, Member
from reminders.models import Reminder

logger = logging.getLogger("mentoring.privacy")
NOTICE = timedelta(days=30)


@dataclass(frozen=True)
class Rule:
    """One line of the schedule. `run(now)` does it and returns how many rows it touched."""

    what: str
    after: timedelta
    when: str  # the same span, in words
    run: Callable


def mails(now, after):
    """The address and the reader of mails that were sent or given up; the words went when they were sent.

    And addresses that mails came back from, unless they are a member's.
    """
    members = Member.objects.annotate(small=Lower("email")).values("small")
    Undeliverable.objects.filter(at__lt=now - after).exclude(address__in=members).delete()
    old = OutgoingMail.objects.filter(Q(sent_at__lt=now - after) | Q(dead_at__lt=now - after))
    return old.exclude(address="").update(address="", to=None, **ERASED)


def sessions(now, after):
    """Sign-ins that have run out, and from where they came."""
    gone = Session.objects.filter(expire_date__lt=now - after).delete()[0]
    there = Session.objects.filter(pk=OuterRef("session_key"))
    return gone + UserSession.objects.filter(~Exists(there)).delete()[0]


def unfinished(now, after):
    """Sign-ups whose address was never confirmed."""
    confirmed = EmailAddress.objects.filter(user=OuterRef("pk"), verified=True)
    never = Member.objects.filter(joined_at__lt=now - after, last_login=None, is_active=True)
    gone = never.filter(~Exists(confirmed), is_staff=False, is_superuser=False)
    return sum(_never_was(pk) for pk in gone.values_list("pk", flat=True))


@transaction.atomic
def _never_was(pk):
    """Nothing hangs on somebody who never came in, but the address, the mail to it, a coordinator's look."""
    AccessLogEntry.objects.filter(member=pk).delete()
    EmailAddress.objects.filter(user=pk).delete()
    OutgoingMail.objects.filter(to=pk).delete()
    members = Member.objects.filter(pk=pk)
    # Not delete(): Django would look for relations in tables that the worker may not see.
    return members._raw_delete(members.db)


def invitations(now, after):
    """Invitations without an answer: they end, and forget the address."""
    late = Invitation.objects.filter(status=InvitationStatus.OPEN, expires_at__lt=now - after)
    return late.update(status=InvitationStatus.WITHDRAWN, decided_at=now, address="")


def requests(now, after):
    """What was written in requests that led to no mentorship."""
    over = (RequestStatus.DECLINED, RequestStatus.WITHDRAWN, RequestStatus.EXPIRED)
    old = MentorRequest.objects.filter(status__in=over, decided_at__lt=now - after)
    return _shred(old, DataKey)


def cases(now, after):
    """What was written in cases that are closed."""
    return _shred(Case.objects.filter(closed_at__lt=now - after), CaseKey)


def _shred(places, keys):
    held = keys.objects.filter(scope=OuterRef("code"))
    codes = list(places.filter(Exists(held)).values_list("code", flat=True))
    return sum(_gone(code) for code in codes)


def _gone(code):
    with transaction.atomic():
        erasure.shred_scope(code)
    erasure_list.remember_scope(code)
    return 1


def archives(now, after):
    """Mentorships that ended and that nobody has opened since: announced to both, then shredded."""
    today = now.date()
    ended = Mentorship.objects.filter(ended_at__lt=now - after, shredded_at=None)
    unread = ended.filter(Q(opened_on=None) | Q(opened_on__lt=today - after))
    for mentorship in unread.filter(shred_on=None).with_people():
        _announce(mentorship, today + NOTICE)
    due = unread.filter(shred_on__lte=today)
    return sum(_shred_archive(pk, code, today) for pk, code in list(due.values_list("pk", "code")))


def _shred_archive(pk, code, today):
    """With the request it began with; unless one of the two has opened it at this very moment."""
    with transaction.atomic():
        mine = Mentorship.objects.filter(pk=pk, shred_on__lte=today, shredded_at=None)
        if not mine.update(shredded_at=timezone.now()):
            return 0
        codes = [code, *MentorRequest.objects.filter(mentorship=pk).values_list("code", flat=True)]
        for each in codes:
            erasure.shred_scope(each)
    for each in codes:
        erasure_list.remember_scope(each)
    return 1


def _announce(mentorship, day):
    if Mentorship.objects.filter(pk=mentorship.pk, shred_on=None).update(shred_on=day):
        mentorship.shred_on = day
        for person in (mentorship.mentor, mentorship.mentee):
            emails.archive_goes(mentorship, person)


def looks(now, after):
    """The record of who of the staff looked at what."""
    return AccessLogEntry.objects.filter(at__lt=now - after).delete()[0]


def reminders(now, after):
    """Who was reminded of what, and when."""
    return Reminder.objects.filter(made_at__lt=now - after).delete()[0]


def whole_days(number):
    """A span of days."""
    return timedelta(days=number)


SCHEDULE = (
    Rule(_("Mails: whom they went to"), whole_days(30), _("30 days after they were sent"), mails),
    Rule(_("Sign-ins that have run out"), whole_days(0), _("the same day"), sessions),
    Rule(_("Sign-ups whose address was never confirmed"), whole_days(30), _("after 30 days"), unfinished),
    Rule(_("Invitations without an answer, with the address"), whole_days(0),
         _("30 days after they were sent"), invitations),
    Rule(_("What was written in requests that led to no mentorship"), whole_days(365),
         _("a year after they were decided"), requests),
    Rule(_("What was written in cases"), whole_days(730), _("two years after the case was closed"), cases),
    Rule(_("What was written in a mentorship that has ended"), whole_days(730),
         _("two years after somebody last opened it; both are told 30 days before"), archives),
    Rule(_("Who was reminded of what"), whole_days(400), _("after 400 days"), reminders),
    Rule(_("The record of what coordinators opened"), whole_days(730), _("after two years"), looks),
)  # fmt: skip


def apply_retention(now=None):
    """Do all of it. Returns {what: how many}. Can run late, twice, or side by side.

    A rule that fails is logged and leaves the others to do their work; its count is None.
    """
    now = now or timezone.now()
    return {rule.what: jobs.run_isolated(rule.what, lambda rule=rule: rule.run(now, rule.after))
            for rule in SCHEDULE}  # fmt: skip
