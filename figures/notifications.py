"""The one email of the figures: two questions, once a year."""

from django.utils.translation import gettext_lazy as _

from figures.models import PulseAsked
from mail.models import occasion_hash
from mail.notification import Delivery, Notification, declare_topic, register
from mentoring.lib.links import member_link

PULSE = declare_topic(
    "pulse",
    label=_("Two questions about the programme, once a year"),
    unsubscribe_label=_("Stop the two questions of the year"),
    order=90,
)


@register
class Pulse(Notification):
    """To everyone with a mentorship, once a year: two questions. Carries a link."""

    folder, topic, delivery = "figures/pulse", PULSE, Delivery.DIGEST

    @classmethod
    def outdated(cls, mails):
        """Those of members who have answered since."""
        mine = [mail for mail in mails if mail.kind == cls.folder]
        done = PulseAsked.objects.filter(member__in={mail.to_id for mail in mine}, answered=True)
        occasions = {occasion_hash(occasion_of(asked.member_id, asked.year)) for asked in done}
        return {mail.pk for mail in mine if mail.occasion in occasions}


def occasion_of(member_id, year):
    """One email a member and year."""
    return f"pulse-{year}-{member_id}"


def pulse(member, year):
    """Ask a member; or None where they want no such email."""
    context = {"reader": member, "link": member_link("pulse")}
    return Pulse.post(to=member, context=context, occasion=occasion_of(member.pk, year))
