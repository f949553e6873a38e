"""What leaving and disclosure hold about people, and how long the archive of a mentorship is kept."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.registry.personal_data import Rights, columns, declare, retention
from mentorships.models import Mentorship
from privacy import notifications
from privacy.models import AccountClosure, Disclosure, DisclosureNotice

NOTICE = timedelta(days=30)

declare(
    AccountClosure,
    owners=("member",),
    export="none: the page of leaving says it while it runs; afterwards there is nobody to ask",
    leaving="kept: that and when the account was closed",
    worker=Rights(
        "S", change=columns("done_at", why="an account is closed for good, and nobody comes in again")
    ),
)
declare(
    Disclosure,
    export="none: the notice says what a member may know of it",
    leaving="kept: the record of disclosures is never changed",
    member="",
)
declare(
    DisclosureNotice,
    owners=("member",),
    export="none: told by mail and on the page of what others see",
    leaving="kept: with the record of disclosures",
    member="S",
    worker=Rights("S", change=columns("told_at", why="the day of a mail")),
)


def _not_opened_since(code, now):
    """False if one of the two has opened the archive since it was due. Takes the row until the end."""
    due = Mentorship.objects.filter(code=code, shred_on__lte=now.date(), shredded_at=None)
    return due.update(shredded_at=timezone.now()) == 1


@retention(
    _("The text of mentorships that have ended"),
    after=timedelta(days=730),
    when=_("two years after someone last opened it; we tell both people 30 days before"),
    order=70,
    shreds=True,
    claim=_not_opened_since,
)
def old_archives(now, after):
    """Codes of mentorships that ended and that nobody has opened since; those newly due are announced to both."""
    today = now.date()
    ended = Mentorship.objects.filter(ended_at__lt=now - after, shredded_at=None)
    unread = ended.filter(Q(opened_on=None) | Q(opened_on__lt=today - after))
    for mentorship in unread.filter(shred_on=None).with_people():
        _announce(mentorship, today + NOTICE)
    return unread.filter(shred_on__lte=today).values_list("code", flat=True)


def _announce(mentorship, day):
    if Mentorship.objects.filter(pk=mentorship.pk, shred_on=None).update(shred_on=day):
        mentorship.shred_on = day
        for person in (mentorship.mentor, mentorship.mentee):
            notifications.archive_goes(mentorship, person)
