"""Leaving: the days of grace to change one's mind, then what the leaver wrote is shredded.

Nothing here opens a text: it runs in the worker, which has no keys and may not read them.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from conduct import blocks
from matching import services as matching_services
from matching.models import MentorRequest
from matching.models.requests import RequestStatus
from mentoring.lib import sqlite_cleanup
from mentoring.lib.programme import numbers
from mentorships import services as mentorship_services
from mentorships.models import Mentorship
from mentorships.models.mentorship import OPEN
from mentorships.notifications import mentorship_ended as ended
from mentorships.services import recording
from privacy import erasure, erasure_list, notifications
from privacy.models import AccountClosure
from profiles.models import Member, MentorProfile
from profiles.services import pause


def closure_of(member):
    """The closing that runs for a member, or None."""
    return AccountClosure.objects.filter(member=member, done_at=None).first()


@transaction.atomic
def request_closure(member, *, leave_words):
    """Begin to close an account: off the list and out of open requests at once, gone in the days of grace.

    Asked a second time, it only keeps the newer answer about the words.
    """
    _lock_everything(member)
    now = timezone.now()
    closing, made = AccountClosure.objects.get_or_create(
        member=member, defaults={"due_at": now + timedelta(days=numbers().closing_grace_days)}
    )
    AccountClosure.objects.filter(pk=closing.pk).update(leave_words=leave_words)
    Member.objects.filter(pk=member.pk).update(leaving_at=closing.due_at)
    closing.refresh_from_db()
    if made:
        _step_back(member)
        notifications.closing_begun(closing)
        for mentorship in _to_be_told(member):
            notifications.partner_leaves(closing, mentorship)
    return closing


def _step_back(member):
    """No new asking in either direction."""
    for mentor in MentorProfile.objects.filter(member=member, status="published"):
        pause(mentor)
    waiting = MentorRequest.objects.filter(status=RequestStatus.OPEN)
    for request in waiting.filter(mentee=member).select_related("mentor", "mentee"):
        matching_services.withdraw_request(request)
    for request in waiting.filter(mentor=member).select_related("mentor", "mentee"):
        matching_services.decline_request(request)
    recording.withdraw_all_invitations(member)


@transaction.atomic
def cancel_closure(member):
    """Stay after all. True if there was a closing to call off."""
    Member.objects.select_for_update(no_key=True).get(pk=member.pk)
    closing = closure_of(member)
    if closing:
        for mentorship in _to_be_told(member):
            notifications.partner_stays(closing, mentorship)
        Member.objects.filter(pk=member.pk).update(leaving_at=None)
        closing.delete()
    return bool(closing)


def _to_be_told(member):
    """Those whose partner may still be written to: nobody who keeps this member away hears of them."""
    return mentorships_of(member).exclude(blocks.apart(member, "mentor") | blocks.apart(member, "mentee"))


def mentorships_of(member):
    """All of a member's mentorships whose words are still there, with the two."""
    rows = Mentorship.objects.visible_to(member).with_people()
    return rows.filter(shredded_at=None).order_by("pk")


def finish_due_closures(now=None):
    """Close every account whose the days of grace are over. Returns how many; runs late, twice or side by side."""
    due = AccountClosure.objects.filter(done_at=None, due_at__lte=now or timezone.now())
    return sum(finish_closure(pk) for pk in due.values_list("pk", flat=True))


def finish_closure(pk):
    """Close one account for good, once. True for the caller that did it.

    The erasure list is written once it is committed: a list that says more than happened would
    close a living account at the next replay. `erasures_missing` adds what a crash left out.
    """
    with transaction.atomic():
        closing = AccountClosure.objects.select_related("member").filter(pk=pk).first()
        if closing is None:
            return False  # called off at this very moment
        _lock_everything(closing.member)
        done = AccountClosure.objects.filter(pk=pk, done_at=None).update(done_at=timezone.now())
        scopes = _go(closing) if done else ()
    if done:
        erasure_list.remember_member(closing.member, leave_words=closing.leave_words)
        for code in scopes:
            erasure_list.remember_scope(code)
        sqlite_cleanup.clean_up(rewrite=True)
    return bool(done)


def _lock_everything(member):
    """Requests, then mentorships, then the member: the order of `profiles.locking`."""
    either = Q(mentor=member) | Q(mentee=member)
    for model, state in ((MentorRequest, {"status": RequestStatus.OPEN}), (Mentorship, {"status__in": OPEN})):
        list(model.objects.filter(either, **state).order_by("pk").select_for_update().values_list("pk"))
    Member.objects.select_for_update(no_key=True).get(pk=member.pk)


def _go(closing):
    """Everything that goes. Returns the places whose keys of others went with it."""
    member = closing.member
    end_all(member)
    notifications.account_closed(closing)
    return erasure.erase_member(member, leave_words=closing.leave_words)


def end_all(member):
    """No mentorship and no request of this member goes on. Columns only: the worker sees no more."""
    for mentorship in mentorships_of(member).filter(status__in=OPEN):
        change = mentorship_services.end(mentorship, by=member)
        ended(change, mentorship, to=mentorship.partner_of(member), thanked=False)
    waiting, now = MentorRequest.objects.filter(status=RequestStatus.OPEN), timezone.now()
    waiting.filter(mentee=member).update(status=RequestStatus.WITHDRAWN, decided_at=now)
    waiting.filter(mentor=member).update(status=RequestStatus.DECLINED, decided_at=now)


def erasures_missing():
    """Write to the erasure list what a crash between the database and the file left out. Returns how many."""
    closings, places = not_listed()
    for closing in closings:
        erasure_list.remember_member(closing.member, leave_words=closing.leave_words)
    for code in places:
        erasure_list.remember_scope(code)
    return len(closings) + len(places)


def not_listed():
    """(closings that are done, codes of mentorships that are shredded) of which the erasure list says nothing."""
    listed = erasure_list.codes()
    gone = AccountClosure.objects.exclude(done_at=None).select_related("member")
    shredded = Mentorship.objects.exclude(shredded_at=None).values_list("code", flat=True)
    return (
        [closing for closing in gone if str(closing.member.code) not in listed],
        [code for code in shredded if str(code) not in listed],
    )
