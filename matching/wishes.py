"""Wishes (product 25): a member says what they look for, and is not left unheard."""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching import notifications
from matching.availability import within_reach
from matching.models import MentorOffer, Suggestion, Wish, WishStatus
from mentoring.lib.jobs import run_each
from mentoring.lib.programme import numbers
from mentorships.services.locking import Conflict
from profiles.locking import lock_member


@transaction.atomic
def write_wish(member, *, what, focus):
    """Say what one looks for, or say it better: one wish at a time."""
    if not lock_member(member, staying=True):
        raise Conflict(_("Your account is set to close. To post, keep your account first."))
    said = {"what": what, "focus": focus}
    return Wish.objects.update_or_create(member=member, defaults=said)[0]


def take_back_wish(member):
    """Delete the wish of a member, and who was thought of for it. True if there was one."""
    mine = Wish.objects.filter(member=member).values_list("pk", flat=True).first()
    return mine is not None and _end(mine)


@transaction.atomic
def _end(pk):
    """Held first, so that an offer at this moment comes before or after. The worker sees no words."""
    if not Wish.objects.select_for_update().filter(pk=pk).values_list("pk"):
        return False
    MentorOffer.objects.filter(wish=pk).delete()
    Suggestion.objects.filter(wish=pk).delete()
    Wish.objects.filter(pk=pk).only("pk").delete()
    return True


def hand_to_coordinators(member):
    """Ask the coordinators to look, too: for a wish that went unheard. True for the call that did."""
    mine = Wish.objects.filter(member=member, status=WishStatus.OPEN).exclude(unheard_at=None)
    return mine.update(status=WishStatus.ASSIGN, asked_at=timezone.now()) == 1


def take_back_from_coordinators(member):
    """Let the mentors alone see it again."""
    mine = Wish.objects.filter(member=member, status=WishStatus.ASSIGN)
    return mine.update(status=WishStatus.OPEN, asked_at=None) == 1


def follow_up_wishes(now=None):
    """What is to be done by itself. How many were done; runs late, twice or side by side."""
    now = now or timezone.now()
    over = run_each(Wish.objects.fulfilled().values_list("pk", flat=True), _end)
    return over + unheard(now) + tell_of_suggestions(now)


def unheard(now=None):
    """Ask each whose wish has waited in vain whether the coordinators should look. How many mails."""
    now = now or timezone.now()
    waiting = Wish.objects.unheard(now - timedelta(days=numbers().wish_days))
    return run_each(waiting.values_list("pk", flat=True), partial(_ask, now=now))


@transaction.atomic
def _ask(pk, *, now):
    """Once: the update names that nobody was asked yet."""
    rows = Wish.objects.filter(pk=pk)
    if rows.filter(status=WishStatus.OPEN, unheard_at=None).update(unheard_at=now) != 1:
        return False
    wish = rows.defer("what", "focus").select_related("member").get()
    return notifications.wish_unheard(wish) is not None


def tell_of_suggestions(now=None):
    """Mail what the coordinators suggested and its writer may ask. How many mails."""
    waiting = within_reach(Suggestion.objects.filter(told_at=None, declined_at=None), member="wish__member")
    step = partial(_tell, now=now or timezone.now())
    return run_each(waiting.values_list("pk", flat=True), step)


@transaction.atomic
def _tell(pk, *, now):
    """Once: the update names that nobody was told yet."""
    if Suggestion.objects.filter(pk=pk, told_at=None).update(told_at=now) != 1:
        return False
    row = Suggestion.objects.select_related("wish__member", "mentor")
    return notifications.wish_suggested(row.defer("wish__what", "wish__focus").get(pk=pk)) is not None
