"""A quote is written, decided on, taken back; and the few that the first page shows."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from outreach.models import Quote, QuoteState
from profiles.locking import lock_member
from profiles.vocabulary import words

SHOWN_AT_ONCE = 3


@transaction.atomic
def save_quote(member, *, text, shows_name):
    """Keep it, to be looked at by a coordinator. The same again changes nothing: what is shown stays so."""
    if not lock_member(member, staying=True):
        return None
    quote = Quote.objects.filter(member=member).first()
    if quote and (quote.text, quote.shows_name) == (text, shows_name):
        return quote
    changed = {
        "text": text,
        "shows_name": shows_name,
        "state": QuoteState.WAITING,
        "changed_at": timezone.now(),
    }
    return Quote.objects.update_or_create(member=member, defaults={**changed, "decided_at": None})[0]


def take_back(member):
    """At once, and for good. False if there was none."""
    return bool(Quote.objects.filter(member=member).delete()[0])


def decide(quote, *, shown, seen):
    """A coordinator: show it, or do not. False if its mentor has changed it since `seen`, the moment it was written."""
    state = QuoteState.SHOWN if shown else QuoteState.TAKEN_DOWN
    rows = Quote.objects.filter(pk=quote.pk, changed_at=seen)
    return rows.update(state=state, decided_at=timezone.now()) == 1


def quotes_for_first_page():
    """(text, who says it) of a few, another few each time. One statement."""
    rows = Quote.objects.shown().select_related("member").order_by("?")[:SHOWN_AT_ONCE]
    return [(quote.text, signature(quote)) for quote in rows]


def signature(quote):
    """As its mentor has chosen."""
    if not quote.shows_name:
        return _("A mentor in this programme")
    library = words().name("library_type", quote.member.library_type) if quote.member.library_type else ""
    if not library:
        return quote.member.first_name
    return _("%(name)s, %(library)s") % {"name": quote.member.first_name, "library": library}
