"""Times on offer: propose, offer others, pick, decline, take back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meetings import notifications, rules
from meetings.models import Meeting, MeetingStatus, OfferStatus, Slot, TimesOffer
from meetings.services import invitations
from meetings.services.locking import (
    Conflict,
    MeetingConflict,
    check_not_too_often,
    lock_active_mentorship,
    move,
)
from mentoring.lib import walltime
from mentoring.lib.idempotency import A_MINUTE

WHEN = ("local_time", "zone", "fold", "starts_at", "ends_at")


class OwnTimesOffer(Conflict):
    """It takes the other one to pick."""


class TooLate(Conflict):
    """The time has passed while it was on offer."""


@transaction.atomic
def propose_times(mentorship, *, by, slots, means, minutes, place):
    """A new meeting with up to five times to pick from; none: the other chooses.

    `slots` are (local_time, zone, fold) as in `Meeting.put_at`; `place` is free text, and private.
    The same again within a minute is a double click: one meeting.
    """
    lock_active_mentorship(mentorship, by)
    same = _just_proposed(mentorship, by, slots)
    if same and (same.means, same.minutes, same.place) == (means, minutes, place):
        return same
    meeting = Meeting(mentorship=mentorship, author=by, means=means, minutes=minutes, place=place)
    meeting.save()
    _offer(meeting, by, slots)
    return meeting


def _just_proposed(mentorship, by, slots):
    fresh = TimesOffer.objects.filter(
        meeting__mentorship=mentorship, by=by, made_at__gt=timezone.now() - A_MINUTE
    )
    offer = fresh.filter(status=OfferStatus.OPEN).select_related("meeting").first()
    if offer is None:
        return None
    asked = {(walltime.format_local(local_time), zone, fold) for local_time, zone, fold in slots}
    if asked != set(offer.slots.values_list("local_time", "zone", "fold")):
        return None
    offer.meeting.mentorship = mentorship
    return offer.meeting


@transaction.atomic
def offer(meeting, *, by, slots):
    """Other times: in place of those on offer, or to move a meeting that is agreed."""
    lock_active_mentorship(meeting.mentorship, by)
    _still(meeting)
    if _just_proposed(meeting.mentorship, by, slots) == meeting:  # a double click
        return open_of(meeting).get()
    open_of(meeting).update(status=OfferStatus.REPLACED, decided_at=timezone.now())
    return _offer(meeting, by, slots)


def take_back_offers(meetings):
    """What is on offer for these meetings waits for nobody any more. No mail: what called them off tells."""
    rows = TimesOffer.objects.filter(meeting__in=meetings, status=OfferStatus.OPEN)
    return rows.update(status=OfferStatus.WITHDRAWN, decided_at=timezone.now())


def _still(meeting):
    meeting.refresh_from_db(fields=["status", "starts_at", "ends_at", "local_time", "zone"])
    if meeting.status not in (MeetingStatus.PROPOSED, MeetingStatus.AGREED):
        raise MeetingConflict(_("This meeting has changed since you opened the page."))


def _offer(meeting, by, slots):
    check_not_too_often(TimesOffer.objects.filter(meeting__mentorship=meeting.mentorship, by=by))
    offered = TimesOffer.objects.create(meeting=meeting, by=by)
    Slot.objects.bulk_create(_slot(offered, *slot) for slot in slots)
    notifications.times_offered(offered, meeting, to=meeting.mentorship.partner_of(by))
    return offered


def _slot(offer, local_time, zone, fold):
    place = Meeting()
    place.put_at(local_time, zone, fold=fold)
    return Slot(offer=offer, local_time=place.local_time, zone=zone, fold=fold, starts_at=place.starts_at)


def open_of(meeting):
    """The offer that waits for an answer: none or one row."""
    return TimesOffer.objects.filter(meeting=meeting, status=OfferStatus.OPEN)


@transaction.atomic
def pick(meeting, *, by, slot):
    """Take one of the times. The same slot picked twice is one meeting; a withdrawn one is refused."""
    lock_active_mentorship(meeting.mentorship, by)
    _still(meeting)
    chosen = Slot.objects.select_related("offer").filter(pk=slot, offer__meeting=meeting).first()
    if chosen is None or chosen.offer.status not in (OfferStatus.OPEN, OfferStatus.PICKED):
        raise MeetingConflict(_("These times are no longer on offer. See below for the latest."))
    if not rules.may_pick(by, chosen.offer):
        raise OwnTimesOffer(_("You offered these times, so it’s for the other person to pick one."))
    if chosen.offer.status == OfferStatus.PICKED:
        return _picked_before(meeting, chosen)
    if chosen.starts_at <= timezone.now():
        raise TooLate(_("Pick another time, or offer new ones. This one has passed."))
    return _agree(meeting, chosen, by)


def _picked_before(meeting, slot):
    """The second of two clicks changes nothing, unless it wanted another time."""
    if meeting.starts_at != slot.starts_at:
        raise MeetingConflict(_("Another of these times has already been picked."))
    return meeting


def _agree(meeting, slot, by):
    _decide(slot.offer, OfferStatus.PICKED)
    anew = meeting.status == MeetingStatus.PROPOSED
    meeting.put_at(walltime.parse_local(slot.local_time), slot.zone, fold=slot.fold)
    when = {name: getattr(meeting, name) for name in WHEN}
    if anew:
        move(meeting, MeetingStatus.AGREED, **when)
    else:
        Meeting.objects.filter(pk=meeting.pk).update(**when)
    invitations.send_invitations(meeting, by=by, anew=anew)
    return meeting


def _decide(offer, to):
    rows = TimesOffer.objects.filter(pk=offer.pk, status=OfferStatus.OPEN)
    if rows.update(status=to, decided_at=timezone.now()) != 1:
        raise MeetingConflict(_("These times are no longer on offer. See below for the latest."))


@transaction.atomic
def close_offer(meeting, *, by):
    """None of these times; or, by whoever offered them, take them back. What was agreed still stands."""
    lock_active_mentorship(meeting.mentorship, by)
    _still(meeting)
    open_offer = open_of(meeting).first()
    if open_offer is None:
        raise MeetingConflict(_("These times are no longer on offer. See below for the latest."))
    mine = open_offer.by_id == by.pk
    _decide(open_offer, OfferStatus.WITHDRAWN if mine else OfferStatus.DECLINED)
    if meeting.status == MeetingStatus.PROPOSED:
        move(meeting, MeetingStatus.OFF)
    notifications.times_closed(open_offer, meeting, to=meeting.mentorship.partner_of(by), withdrawn=mine)
