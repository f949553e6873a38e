"""Wishes (product 25): a member says what they look for, and is not left unheard."""

from datetime import timedelta
from functools import partial
from itertools import groupby
from operator import itemgetter

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matching import notifications
from matching.availability import never_paired, within_reach
from matching.models import Criteria, LeftOver, MentorOffer, ProposedMentor, Suggestion, Wish, WishStatus
from mentoring.lib.jobs import run_each
from mentoring.lib.programme import numbers
from mentoring.lib.registry.hooks import why_nothing_new
from mentorships.services.locking import Conflict
from profiles.locking import lock_member


@transaction.atomic
def write_wish(member, *, what, focus):
    """Say what one looks for, or say it better: one wish at a time."""
    if not lock_member(member, staying=True):
        raise Conflict(_("Your account is set to close. To post, keep your account first."))
    if why := why_nothing_new(member):
        raise Conflict(why)
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
    _forget_assignment([pk])
    Wish.objects.filter(pk=pk).only("pk").delete()
    return True


@transaction.atomic
def ask_coordinators(member, *, what, focus, **matters):
    """Write what one looks for and what matters (the fields of Criteria), and ask the coordinators to look, too.

    True for the call that asked; asked before, only what matters is said better.
    """
    wish = write_wish(member, what=what, focus=focus)
    Criteria.objects.update_or_create(wish=wish, defaults=matters)
    return hand_to_coordinators(member)


@transaction.atomic
def hand_to_coordinators(member):
    """Ask the coordinators to look, too. True for the call that did: they are told once."""
    now = timezone.now()
    mine = Wish.objects.filter(member=member, status=WishStatus.OPEN)
    if mine.update(status=WishStatus.ASSIGN, asked_at=now) != 1:
        return False
    notifications.wish_handed_over(Wish.objects.select_related("member").get(member=member), on=now.date())
    return True


@transaction.atomic
def take_back_from_coordinators(member):
    """Let the mentors alone see it again; what mattered, and what was proposed and not yet sent, goes."""
    mine = Wish.objects.filter(member=member, status=WishStatus.ASSIGN)
    _forget_assignment(list(mine.values_list("pk", flat=True)))
    return mine.update(status=WishStatus.OPEN, asked_at=None) == 1


def _forget_assignment(wishes):
    for model in (Criteria, ProposedMentor, LeftOver):
        model.objects.filter(wish__in=wishes).delete()


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
    """Mail whom the coordinators suggested and the wisher may ask: one mail a wish. How many mails."""
    new = Suggestion.objects.filter(told_at=None, declined_at=None)
    waiting = never_paired(within_reach(new, member="wish__member"), member="wish__member")
    by_wish = groupby(waiting.order_by("wish", "pk").values_list("wish", "pk"), key=itemgetter(0))
    names = [[pk for _wish, pk in rows] for _wish, rows in by_wish]
    return run_each(names, partial(_tell, now=now or timezone.now()))


@transaction.atomic
def _tell(suggestions, *, now):
    """Once: the update names that nobody was told yet."""
    new = Suggestion.objects.filter(pk__in=suggestions, told_at=None)
    mine = list(new.select_for_update(of=("self",)).values_list("pk", flat=True))
    rows = Suggestion.objects.filter(pk__in=mine).select_related("wish__member", "mentor").order_by("pk")
    told = list(rows.defer("wish__what", "wish__focus"))
    Suggestion.objects.filter(pk__in=mine).update(told_at=now)
    return bool(told) and notifications.wish_suggested(told) is not None
