"""Whose fault a refusal for good is: decided from what was answered to whom, on which days.

One answer alone says little: a server that has lost our sign-in refuses everybody, a full mailbox looks as one
that is gone. So each is written down, and the others are asked.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Min, Q
from django.utils import timezone

from mail.incoming import suppression_list
from mail.models import Blame, OutgoingMail, Refusal, Undeliverable
from mail.outgoing import smtp_errors

DAYS = 3  # different days with an undecided refusal, after which an address is held back
LATELY = timedelta(hours=1)  # in which the same refusal of another domain is a witness
REMEMBERED = timedelta(days=1)  # for so long, once it was the server's


@dataclass(frozen=True)
class Refused:
    """What an address was answered: `code` is `SMTP 550 5.1.1` or `DSN 5.1.1`. The text is not kept."""

    address: str
    code: str
    text: str
    nobody_there: bool

    @property
    def key(self):
        """Equal for the same refusal of somebody else."""
        return self.code, smtp_errors.answer_shape(self.text, self.address)


def decide(refused, *, began=None):
    """{address in small letters: Blame}; addresses that are at fault are not written to from now on.

    `refused`: all Refused of a drain since `began` (aware), so that each is a witness for the others.
    """
    now = timezone.now()
    began = began or now
    _write_down(refused, now=now, began=began)
    of_server = {key for key in {one.key for one in refused} if _is_servers(key, now)}
    for key in of_server:
        _blame_server(key, now)
    return {one.address.lower(): _blame(one, of_server, now) for one in refused}


def forget_after_sending(addresses):
    """A server that takes a mail has nothing against its address. One statement."""
    small = [address.lower() for address in addresses]
    Refusal.objects.filter(address__in=small, code__startswith="SMTP").delete()


def waiting_for_server(now=None):
    """(code, how many addresses) of the refusal that the server is to blame for and most have met; ("", 0) if none."""
    recent = Refusal.objects.filter(blame=Blame.SERVER, at__gte=(now or timezone.now()) - LATELY)
    most = recent.values("code").annotate(n=Count("address", distinct=True)).order_by("-n", "code").first()
    return (most["code"], most["n"]) if most else ("", 0)


def _write_down(refused, *, now, began):
    """One row for each address and day; on a second refusal of the day it is written anew."""
    rows = {one.address.lower(): _row(one, now, began) for one in refused}
    Refusal.objects.bulk_create(
        [rows[address] for address in sorted(rows)],
        update_conflicts=True,
        unique_fields=["address", "on"],
        update_fields=["at", "code", "shape", "blame"],
    )


def _row(one, now, began):
    address, (code, shape) = one.address.lower(), one.key
    return Refusal(
        address=address,
        domain=address.rpartition("@")[2],
        on=now.date(),
        since=began,
        at=began,
        code=code,
        shape=shape,
        blame=_own_blame(one),
    )


def _own_blame(one):
    """By its own words."""
    if one.nobody_there:
        return Blame.ADDRESS
    return Blame.SENDER if smtp_errors.is_senders_fault(one.code) else Blame.UNDECIDED


def _same(key, now):
    """All that have met this refusal lately."""
    code, shape = key
    recent = Q(at__gte=now - LATELY) | Q(at__gte=now - REMEMBERED, blame=Blame.SERVER)
    return Refusal.objects.filter(recent, code=code, shape=shape)


def _is_servers(key, now):
    """Whether recipients of different domains have met it.

    That nobody is there may be true of some, so it is believed of a server that has taken as many mails since.
    """
    met = _same(key, now).aggregate(
        domains=Count("domain", distinct=True),
        addresses=Count("address", distinct=True),
        since=Min("since"),
        nobody=Count("pk", filter=Q(blame=Blame.ADDRESS)),
    )
    if met["domains"] < 2:
        return False
    return not met["nobody"] or _taken_since(met["since"]) < met["addresses"]


def _taken_since(moment):
    return OutgoingMail.objects.filter(sent_at__gte=moment).count()


def _blame_server(key, now):
    """And who was held back for it already is written to again."""
    same = _same(key, now)
    blamed = same.filter(blame=Blame.ADDRESS).values("address")
    Undeliverable.objects.filter(address__in=blamed, code=key[0], at__gte=now - REMEMBERED).delete()
    same.update(blame=Blame.SERVER)


def _blame(one, of_server, now):
    if one.key in of_server:
        return Blame.SERVER
    if one.nobody_there or _on_several_days(one.address):
        suppression_list.suppress(one.address, one.code)
        return Blame.ADDRESS
    return _own_blame(one)


def _on_several_days(address):
    return Refusal.objects.filter(address=address.lower(), blame=Blame.UNDECIDED).count() >= DAYS
