"""Leaving: fourteen days to change one's mind, then what the leaver wrote is shredded.

Nothing here opens a text: it runs in the worker, which has no keys and may not read them.
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from custody import emails, erasures, shredding
from custody.models import Closing
from matching import services as matching_services
from matching.models import MentorRequest
from matching.models.requests import Status as RequestStatus
from mentorships import services as mentorship_services
from mentorships.models import Mentorship
from mentorships.models.mentorship import OPEN
from profiles.models import Member, MentorProfile
from profiles.services import pause


def closing_of(member):
    """The closing that runs for a member, or None."""
    return Closing.objects.filter(member=member, done_at=None).first()


@transaction.atomic
def ask(member, *, leave_words):
    """Begin to close an account: off the list and out of open requests at once, gone in fourteen days.

    Asked a second time, it only keeps the newer answer about the words.
    """
    Member.objects.select_for_update(no_key=True).get(pk=member.pk)
    now = timezone.now()
    closing, made = Closing.objects.get_or_create(
        member=member, defaults={"due_at": now + timedelta(days=settings.CLOSING_GRACE_DAYS)}
    )
    Closing.objects.filter(pk=closing.pk).update(leave_words=leave_words)
    closing.refresh_from_db()
    if made:
        _step_back(member)
        emails.closing_begun(closing)
        for mentorship in mentorships_of(member):
            emails.partner_leaves(closing, mentorship)
    return closing


def _step_back(member):
    """No new asking in either direction."""
    for mentor in MentorProfile.objects.filter(member=member, status="published"):
        pause(mentor)
    waiting = MentorRequest.objects.filter(status=RequestStatus.OPEN)
    for request in waiting.filter(mentee=member).select_related("mentor", "mentee"):
        matching_services.withdraw(request)
    for request in waiting.filter(mentor=member).select_related("mentor", "mentee"):
        matching_services.decline(request)


@transaction.atomic
def call_off(member):
    """Stay after all. True if there was a closing to call off."""
    Member.objects.select_for_update(no_key=True).get(pk=member.pk)
    closing = closing_of(member)
    if closing:
        for mentorship in mentorships_of(member):
            emails.partner_stays(closing, mentorship)
        closing.delete()
    return bool(closing)


def mentorships_of(member):
    """All of a member's mentorships whose words are still there, with the two."""
    rows = Mentorship.objects.visible_to(member).with_people()
    return rows.filter(shredded_at=None).order_by("pk")


def _end_requests(member):
    """What was still asked in the fourteen days. Columns only: the worker sees no more of a request."""
    waiting = MentorRequest.objects.filter(status=RequestStatus.OPEN)
    now = timezone.now()
    waiting.filter(mentee=member).update(status=RequestStatus.WITHDRAWN, decided_at=now)
    waiting.filter(mentor=member).update(status=RequestStatus.DECLINED, decided_at=now)


def finish_due(now=None):
    """Close every account whose fourteen days are over. Returns how many; runs late, twice or side by side."""
    due = Closing.objects.filter(done_at=None, due_at__lte=now or timezone.now())
    return sum(finish(pk) for pk in due.values_list("pk", flat=True))


def finish(pk):
    """Close one account for good, once. True for the caller that did it."""
    closing = Closing.objects.select_related("member").get(pk=pk)
    for mentorship in mentorships_of(closing.member).filter(status__in=OPEN):
        try:
            mentorship_services.end(mentorship, by=closing.member)
        except mentorship_services.MoveNotAllowed:
            continue  # ended at this very moment by the other
    with transaction.atomic():
        Member.objects.select_for_update(no_key=True).get(pk=closing.member_id)
        done = Closing.objects.filter(pk=pk, done_at=None).update(done_at=timezone.now())
        if done:
            emails.account_closed(closing)
            _end_requests(closing.member)
            erasures.remember_member(closing.member, leave_words=closing.leave_words)
            shredding.forget(closing.member, leave_words=closing.leave_words)
    return bool(done)
