"""Who keeps whom away: one sentence for every query that must not show the one to the other."""

from django.db.models import Exists, OuterRef, Q, Value

from conduct.models import Block

APART = "apart"


def apart(member, path):
    """A condition for a query: the member and the one at `path` keep apart, whoever of them wished it."""
    here = OuterRef(path)
    return Exists(Block.objects.filter(Q(by=member, whom=here) | Q(whom=member, by=here)))


def two_apart(one, other):
    """A condition for a query: the two at these paths keep apart."""
    one, other = OuterRef(one), OuterRef(other)
    return Exists(Block.objects.filter(Q(by=one, whom=other) | Q(by=other, whom=one)))


def rows_apart(member, path):
    """(member id, what `path` leads to from there, APART) of everybody apart: queries for a union."""
    return (
        Block.objects.filter(by=member).values_list("whom_id", f"whom__{path}", Value(APART)),
        Block.objects.filter(whom=member).values_list("by_id", f"by__{path}", Value(APART)),
    )


def are_apart(one, other):
    """Whether either has blocked the other."""
    return Block.objects.filter(Q(by=one, whom=other) | Q(by=other, whom=one)).exists()


def blocked_by(member):
    """The blocks this member made, newest first."""
    return Block.objects.filter(by=member).select_related("whom").order_by("-made_at", "-pk")


def unblock(by, whom):
    """The two find each other again. Nothing that ended comes back."""
    return Block.objects.filter(by=by, whom=whom).delete()[0] > 0
