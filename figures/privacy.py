"""What figures hold about people: that a member was asked once a year. Numbers and answers are nobody's."""

from django.utils.translation import gettext_lazy as _

from figures.models import Publication, PublishedNumber, PulseAsked, PulseCount
from mentoring.lib.registry.personal_data import DELETED, Rights, declare, export_part

NOBODY = "none: about nobody"
# No login but the owner's may change or delete what was published.
FROZEN = Rights("S", insert="rounded numbers of a month: no person and no text is in them")

declare(Publication, export=NOBODY, leaving="none", member="S", staff="S", worker=FROZEN)
declare(PublishedNumber, export=NOBODY, leaving="none", member="S", staff="S", worker=FROZEN)
declare(
    PulseAsked,
    owners=("member",),
    export="pulse",
    leaving=DELETED,
    worker=Rights("SD", insert="that somebody is asked: at worst they are asked once more"),
)
declare(PulseCount, export=NOBODY, leaving="none", member="SIU", worker="S")


@export_part("pulse", _("Yearly questions we asked you"), order=65)
def pulse_of(member):
    """The years. What was answered is kept without the member, so nobody can find it again."""
    for asked in PulseAsked.objects.filter(member=member).order_by("year"):
        yield {"asked_in": asked.year, "answered": asked.answered}
