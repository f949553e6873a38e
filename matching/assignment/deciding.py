"""What coordinators do with a proposal: ask for it, change it, send the names, discard it."""

from collections import namedtuple
from itertools import groupby

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext_lazy as _

from matching import offers
from matching.assignment import waiting
from matching.availability import with_room
from matching.models import Proposal, ProposalState, ProposedMentor, Suggestion, Tier, WishStatus
from matching.models.assignment import NAMES_AT_MOST
from mentorships.services.locking import Conflict

WORST_SHOWN, TRIES = 3, 3
# One name for one member: numbers of the wish, the mentor's profile and the row; and what they are called.
Name = namedtuple("Name", "wish profile name tier pk")
# How many members get names, and how many names were dropped because their mentor has no room any more.
Sent = namedtuple("Sent", "members dropped")


def ask_for_proposal():
    """Let the worker look for everybody who waits. Conflict if nobody does, or there is one already."""
    if not waiting.waiting().exists():
        raise Conflict(_("Nobody is waiting for a mentor right now."))
    Proposal.objects.filter(state=ProposalState.FAILED).delete()
    try:
        with transaction.atomic():
            Proposal.objects.create()
    except IntegrityError:
        raise Conflict(
            _("There’s a proposal already. Send or discard it before you ask for another.")
        ) from None


def the_proposal():
    """The one there is, or None."""
    return Proposal.objects.exclude(state=ProposalState.DECIDED).first()


def names_by_wish(proposal):
    """[[Name, …], …]: a list for each member, the longest waiting first, with the best name first."""
    rows = proposal.mentors.order_by("wish__asked_at", "wish", "rank")
    rows = rows.values_list("wish", "mentor__mentor_profile", "mentor__name", "tier", "pk")
    return [list(names) for _wish, names in groupby(map(Name._make, rows), key=lambda name: name.wish)]


def tier_counts(names):
    """[(Tier, how many members have a first name of it)], the best first; of what `names_by_wish` gives."""
    tiers = [first.tier for first, *_others in names]
    return [(tier, tiers.count(tier)) for tier in Tier]


def worst_off(names):
    """The members with the worst first names, at most three; nobody whose mentor fits all that matters."""
    behind = [one for one in names if one[0].tier != Tier.ALL]
    return sorted(behind, key=lambda one: -one[0].tier)[:WORST_SHOWN]


def remove_name(pk):
    """Take one name out. Conflict if that was done already."""
    if not ProposedMentor.objects.filter(pk=pk, proposal__state=ProposalState.READY).delete()[0]:
        raise Conflict(_("That name was already removed, or the proposal has been sent or discarded."))


def add_names(wish, mentors):
    """Put names in for one member by hand: {member number of a mentor: Tier}. Conflict if it cannot be done."""
    proposal = Proposal.objects.filter(state=ProposalState.READY).first()
    if proposal is None:
        raise Conflict(_("There’s no proposal to add to. Someone may have sent or discarded it."))
    check_not_suggested(wish, mentors)
    taken = set(ProposedMentor.objects.filter(wish=wish).values_list("rank", flat=True))
    free = [rank for rank in range(1, NAMES_AT_MOST + 1) if rank not in taken]
    if len(mentors) > len(free):
        raise Conflict(_("A member gets three names at most. Remove one from the proposal first."))
    rows = [
        ProposedMentor(proposal=proposal, wish=wish, mentor_id=member, rank=rank, tier=tier)
        for rank, (member, tier) in zip(free, mentors.items(), strict=False)
    ]
    _create(rows, _("The proposal has changed meanwhile, or already has this name. Look again, then add it."))


def _create(rows, refusal):
    try:
        with transaction.atomic():
            type(rows[0]).objects.bulk_create(rows)
    except IntegrityError:
        raise Conflict(refusal) from None


def suggest_now(wish, mentors):
    """Send names to one member at once: {member number of a mentor: Tier}. Conflict if it cannot be done."""
    check_not_suggested(wish, mentors)
    rows = [Suggestion(wish=wish, mentor_id=member) for member in mentors]
    _create(rows, _("This post is no longer up, or someone has just suggested the same mentor."))
    ProposedMentor.objects.filter(wish=wish).delete()


def check_not_suggested(wish, mentors):
    """Conflict, with the name, if one of these was suggested before: the member has seen it."""
    known = Suggestion.objects.filter(wish=wish, mentor__in=mentors).order_by("pk")
    name = known.values_list("mentor__name", flat=True).first()
    if name:
        raise Conflict(
            _("%(name)s was already suggested for this post. Choose someone else.") % {"name": name}
        )


def send_names(pk):
    """Every name to its member. A member who takes the post down at this moment is left out. Conflict if gone."""
    return again_if_gone(lambda: _send(pk))


def again_if_gone(step):
    """What a step returns. Once more if a row it read is gone at its end: it reads anew, and three times at most."""
    for _attempt in range(TRIES - 1):
        try:
            return step()
        except IntegrityError:
            continue
    return step()


@transaction.atomic
def _send(pk):
    _decide(pk)
    rows = list(
        ProposedMentor.objects.filter(proposal=pk, wish__status=WishStatus.ASSIGN).order_by("rank", "pk")
    )
    room = set(
        with_room()
        .filter(member__in={proposed.mentor_id for proposed in rows})
        .values_list("member", flat=True)
    )
    able = [proposed for proposed in rows if proposed.mentor_id in room]
    offers.suggest_all([(proposed.wish_id, proposed.mentor_id) for proposed in able])
    _hold_wishes()
    Proposal.objects.filter(pk=pk).delete()
    return Sent(members=len({proposed.wish_id for proposed in able}), dropped=len(rows) - len(able))


def _hold_wishes():
    """Let PostgreSQL check now that the wishes are there, which holds them; at the end it could wait for ever.

    Whoever takes a wish down holds it first, and then what was proposed for it: so here, too.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@transaction.atomic
def discard(pk):
    """Throw it away, ready or not. Conflict if somebody has decided it meanwhile."""
    _decide(pk)
    Proposal.objects.filter(pk=pk).delete()


def _decide(pk):
    """True for one caller: the update names the old state, and holds the row until all is done."""
    open_now = Proposal.objects.filter(pk=pk).exclude(state=ProposalState.DECIDED)
    if open_now.update(state=ProposalState.DECIDED) != 1:
        raise Conflict(_("Someone else has sent or discarded this proposal meanwhile."))
