"""Who keeps whom away: one sentence for every query that must not show the one to the other."""

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from conduct.models import Block

APART = "apart"


def apart(member, path):
    """A condition for a query: the member and the one at `path` keep apart, whoever of them wished it."""
    here = OuterRef(path)
    return Exists(Block.objects.filter(Q(by=member, whom=here) | Q(whom=member, by=here)))


def blocked_by_me(member, path):
    """A condition for a query: the member has blocked whoever is at `path`; the other way round is told to nobody."""
    return Exists(Block.objects.filter(by=member, whom=OuterRef(path)))


def apart_sql(one, other):
    """The same condition for a statement by hand: the two in these columns (or parameters) keep apart.

    Parameters: one, other, other, one. Put together by the ORM it takes 0.3 ms of the 2.0 of a mentor's
    page and 1.0 of the 2.9 of a pair's page.
    """
    return f"""EXISTS (
    SELECT 1 FROM conduct_block b
     WHERE (b.by_id = {one} AND b.whom_id = {other}) OR (b.by_id = {other} AND b.whom_id = {one}))"""  # noqa: S608


# (member id, mentor profile id or NULL, APART) of everybody apart from one member (the parameter, twice), for a union
# by hand.
MENTORS_APART = f"""
SELECT b.whom_id, p.id, '{APART}' FROM conduct_block b
  LEFT JOIN profiles_mentorprofile p ON p.member_id = b.whom_id WHERE b.by_id = %s
UNION ALL
SELECT b.by_id, p.id, '{APART}' FROM conduct_block b
  LEFT JOIN profiles_mentorprofile p ON p.member_id = b.by_id WHERE b.whom_id = %s
"""  # noqa: S608


def are_apart(one, other):
    """Whether either has blocked the other."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {apart_sql('%s', '%s')}", [one.pk, other.pk, other.pk, one.pk])
        return bool(cursor.fetchone()[0])


def blocked_by(member):
    """The blocks this member made, newest first."""
    return Block.objects.filter(by=member).select_related("whom").order_by("-made_at", "-pk")


def unblock(by, whom):
    """The two find each other again. Nothing that ended comes back."""
    return Block.objects.filter(by=by, whom=whom).delete()[0] > 0
