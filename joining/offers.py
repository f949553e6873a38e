"""The offer: whoever is on the association's list is told of the programme once, and may say no for good."""

from datetime import timedelta
from functools import partial

from django.core import signing
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from joining import notifications
from joining.accounts import language_of
from joining.models import DeclineCount, MembershipState, RosterEntry
from mentoring.lib.jobs import run_each
from mentoring.lib.programme import numbers
from mentoring.lib.signed import keyed_hash, timestamp_signer

AT_ONCE = 100  # mails of one turn of the worker
SALT = "joining.offer"
VALID = timedelta(days=90)


def welcome_token(entry):
    """The right to answer as this person: it goes to their address alone, and stands in it as a hash."""
    return timestamp_signer(SALT).sign_object([entry.pk, keyed_hash(entry.email, salt=SALT)])


def entry_of(token):
    """The RosterEntry of a link, or None: forged, too old, or the address has changed since."""
    try:
        pk, address = timestamp_signer(SALT).unsign_object(token, max_age=VALID)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    entry = RosterEntry.objects.filter(pk=pk).first()
    return entry if entry and keyed_hash(entry.email, salt=SALT) == address else None


def to_be_told():
    """Entries of people who have not been told, have said nothing, and have no account."""
    return RosterEntry.objects.filter(
        state=MembershipState.CURRENT, member=None, offered_at=None, declined_at=None, missing_since=None
    )


def has_declined(address):
    """Whether somebody on the list has said no thanks: nobody else's invitation asks them again."""
    return RosterEntry.objects.filter(email=address).exclude(declined_at=None).exists()


def send_welcome_mails(now=None):
    """Tell the next of them, as many a day as the programme allows. How many mails."""
    now = now or timezone.now()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    today = RosterEntry.objects.filter(offered_at__gte=midnight).count()
    room = min(AT_ONCE, numbers().welcome_mails_a_day - today)
    if room <= 0:
        return 0
    return run_each(to_be_told().order_by("pk").values_list("pk", flat=True)[:room], partial(_tell, now=now))


@transaction.atomic
def _tell(pk, *, now):
    """True for the one who did it."""
    if not to_be_told().filter(pk=pk).update(offered_at=now):
        return False
    entry = RosterEntry.objects.get(pk=pk)
    return notifications.welcome(entry, language=language_of(entry), token=welcome_token(entry)) is not None


@transaction.atomic
def decline(entry, *, reason):
    """Remember "no thanks" for good. The reason, if there is one, is counted without them."""
    now = timezone.now()
    if RosterEntry.objects.filter(pk=entry.pk, declined_at=None).update(declined_at=now) and reason:
        month = now.date().replace(day=1)
        count, _made = DeclineCount.objects.get_or_create(month=month, reason=reason)
        DeclineCount.objects.filter(pk=count.pk).update(count=F("count") + 1)
