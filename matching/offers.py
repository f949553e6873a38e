"""Who was thought of for a wish: mentors who offer themselves, and those the coordinators suggest."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from conduct import blocks
from mail.models import OutgoingMail
from matching import notifications
from matching.availability import has_room, never_paired
from matching.models import MentorOffer, Suggestion, Wish
from mentorships.services.locking import Conflict
from profiles.locking import lock_member

SUGGESTED_AT_ONCE = 1_000


@transaction.atomic
def offer(wish, mentor):
    """A mentor offers herself. Its writer gets one mail, however often; none after a no."""
    lock_member(mentor)
    rows = Wish.objects.for_mentor(mentor).select_related("member")
    held = rows.select_for_update(of=("self",)).filter(pk=wish.pk).first()
    if not held:
        raise Conflict(_("This post is no longer up. The member may have found a mentor."))
    if not has_room(mentor):
        raise Conflict(_("You cannot take on another mentee right now."))
    made_offer, _made = MentorOffer.objects.get_or_create(wish=held, mentor=mentor)
    MentorOffer.objects.filter(pk=made_offer.pk).update(withdrawn_at=None)
    if not made_offer.declined_at:
        notifications.wish_offered(made_offer)


@transaction.atomic
def withdraw_offer(mentor, code):
    """Take it back from the wish with this code (a UUID); a mail that still waits is not sent."""
    mine = MentorOffer.objects.filter(mentor=mentor, wish__code=code, withdrawn_at=None)
    for pk in list(mine.values_list("pk", flat=True)):
        MentorOffer.objects.filter(pk=pk).update(withdrawn_at=timezone.now())
        OutgoingMail.objects.waiting().of_occasion(f"wish-offer-{pk}").delete()


def decline_offer(member, code, *, undo=False):
    """No thank you to the mentor with this code, who was thought of. Nobody is told."""
    at = None if undo else timezone.now()
    for model in (MentorOffer, Suggestion):
        model.objects.filter(wish__member=member, mentor__code=code).update(declined_at=at)


def suggest(wish, mentor):
    """The coordinators think of a mentor. The wisher sees it at once; `wishes.keep` writes the mail.

    The staff site may not know who keeps apart from whom, so it cannot tell whether to mail.
    """
    suggest_all([(wish.pk, mentor.pk)])


def suggest_all(pairs):
    """The same for many: pairs of a wish and a mentor, by number. What was suggested before stays as it is."""
    rows = [Suggestion(wish_id=wish, mentor_id=mentor) for wish, mentor in pairs]
    Suggestion.objects.bulk_create(rows, ignore_conflicts=True, batch_size=SUGGESTED_AT_ONCE)


def waiting_for(member):
    """Whether somebody has offered themselves, or was suggested, for a member's wish, and was not put aside."""
    if not Wish.objects.filter(member=member).exists():
        return False
    apart, new = (
        blocks.apart(member, "mentor"),
        {"wish__member": member, "declined_at": None, "mentor__is_active": True},
    )
    offered = MentorOffer.objects.filter(withdrawn_at=None, **new).exclude(apart)
    suggested = never_paired(Suggestion.objects.filter(**new), member="wish__member").exclude(apart)
    return offered.values("pk").union(suggested.values("pk"), all=True).exists()


def thought_of(wish):
    """(profile number, whether by the coordinators, whether declined) of all whom its writer may see."""
    offers = wish.offers.filter(withdrawn_at=None)
    suggestions = never_paired(wish.suggestions.all(), member="wish__member")
    for rows, suggested in ((offers, False), (suggestions, True)):
        seen = rows.exclude(blocks.apart(wish.member, "mentor")).order_by("made_at", "pk")
        for profile, declined_at in seen.values_list("mentor__mentor_profile", "declined_at"):
            yield profile, suggested, declined_at is not None
