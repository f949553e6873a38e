"""The verbs of an agreement: propose, agree."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentorships import notifications
from mentorships.agreement import cleaned, packed, parts_of
from mentorships.models import Agreement
from mentorships.services.locking import Conflict, lock_mentorship


class OvertakenBy(Conflict):
    """Another version was proposed in the meantime."""


class NothingNew(Conflict):
    """Just these words are agreed on, or proposed, already."""


class OwnAgreementProposal(Conflict):
    """It takes the other one to agree."""


def waiting_version(mentorship):
    """The version that waits for an answer, or None."""
    return mentorship.agreements.filter(agreed_at=None, replaced_at=None).first()


def agreed_version(mentorship):
    """The newest version that both have agreed to, or None."""
    return mentorship.agreements.exclude(agreed_at=None).first()


@transaction.atomic
def propose_agreement(mentorship, *, by, parts, seen):
    """Propose a version in place of number `seen`, the newest one when the writing began (or 0)."""
    lock_mentorship(mentorship, by)
    newest = mentorship.agreements.first()
    if newest and parts_of(newest) == cleaned(parts):
        return _said_before(newest, by)
    if (newest.number if newest else 0) != seen:
        raise OvertakenBy(_("A newer version has been proposed in the meantime."))
    agreed = mentorship.agreements.exclude(agreed_at=None).first()
    if agreed and parts_of(agreed) == cleaned(parts):
        raise NothingNew(_("You’ve already agreed to exactly this, so nothing has changed."))
    return _put(mentorship, by, parts, seen + 1)


def _said_before(newest, by):
    """A double click is one proposal. What is agreed, or comes from the other, is not proposed again."""
    if newest.agreed_at:
        raise NothingNew(_("You’ve already agreed to exactly this, so nothing has changed."))
    if newest.author_id != by.pk:
        raise NothingNew(_("Exactly this has already been proposed to you. You can agree to it as it is."))
    return newest


def _put(mentorship, by, parts, number):
    now = timezone.now()
    mentorship.agreements.filter(agreed_at=None, replaced_at=None).update(replaced_at=now)
    version = Agreement(mentorship=mentorship, author=by, number=number, proposed_at=now, text=packed(parts))
    version.save()
    notifications.agreement_proposed(version, to=mentorship.partner_of(by))
    return version


@transaction.atomic
def agree(mentorship, *, by, number):
    """Agree to the version with this number, if it is the one that waits and the other's."""
    lock_mentorship(mentorship, by)
    version = mentorship.agreements.first()
    if version is None or version.number != number:
        raise OvertakenBy(_("Please read the latest version first. It was proposed in the meantime."))
    if version.author_id == by.pk:
        raise OwnAgreementProposal(_("You proposed this yourself, so it’s for the other person to agree."))
    if version.agreed_at is None:
        version.agreed_at = timezone.now()
        version.save(update_fields=["agreed_at"])
        notifications.agreement_agreed(version, to=version.author)
    return version
