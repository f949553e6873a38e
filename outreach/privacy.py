"""What outreach holds about people: that somebody invited, never whom; and words that mentors want shown."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from mentoring.lib.plain import plain
from mentoring.lib.registry.personal_data import DELETED, Rights, columns, declare, export_part, retention
from outreach.models import ColleagueInvitation, InvitedAddress, Quote

DECIDED = "whether words that a mentor wrote for everybody are shown: it opens nothing"

declare(
    ColleagueInvitation,
    owners=("by",),
    export="outreach",
    leaving=DELETED,
    worker=Rights("D", read=("id", "by_id", "sent_at")),
)
declare(
    InvitedAddress,
    export="none: a hash of an address, which nobody can turn back",
    leaving="none: it leads to no member",
    worker=Rights("D", read=("id", "sent_at", "refused_at")),
)
declare(
    Quote,
    owners=("member",),
    export="outreach",
    leaving=DELETED,
    staff=Rights("S", change=columns("state", "decided_at", why=DECIDED)),
    # That one waits, and since when: for the weekly mail. Not its words.
    worker=Rights("D", read=("id", "member_id", "state", "changed_at")),
)


@export_part("outreach", _("Colleagues you’ve invited, and your quote for the home page"), order=128)
def outreach_of(member):
    for invitation in ColleagueInvitation.objects.filter(by=member).order_by("pk"):
        yield {"invited_a_colleague": plain(invitation.sent_at)}
    for quote in Quote.objects.filter(member=member):
        yield {
            "quote": quote.text,
            "with_name": quote.shows_name,
            "state": quote.state,
            "written": plain(quote.changed_at),
        }


@retention(_("That you invited a colleague"), after=timedelta(days=31), when=_("after 31 days"), order=59)
def forget_invitations_sent(now, after):
    """The longest of the limits is a month."""
    return ColleagueInvitation.objects.filter(sent_at__lt=now - after).delete()[0]


@retention(
    _("That an email address was invited, as a code that does not reveal the address"),
    after=timedelta(days=366),
    when=_("after a year; if its owner asked us not to write again, we remember that for good"),
    order=60,
)
def forget_addresses_invited(now, after):
    """They may be written to again then. Who has said no is never forgotten."""
    return InvitedAddress.objects.filter(refused_at=None, sent_at__lt=now - after).delete()[0]
