"""Mails about programmes: that something begins, ends or waits. They name the programme, never what anybody wrote."""

from django.utils.translation import gettext_lazy as _

from mail.notification import Delivery, Notification, declare_topic, register
from mentoring.lib.links import member_link as link
from mentorships.models import Mentorship

PROGRAMMES = declare_topic(
    "programmes",
    label=_("Programmes you’ve joined: places, milestones and endings"),
    unsubscribe_label=_("Stop emails about programmes"),
    order=35,
)


@register
class Joined(Notification):
    """To whoever joined: they take part, or their place on the waiting list. Carries the name and a link."""

    folder, topic, delivery = "programmes/joined", PROGRAMMES, Delivery.AT_ONCE


@register
class PlaceFree(Notification):
    """To the first on the waiting list: they take part now. Carries the name and a link."""

    folder, topic, delivery = "programmes/place_free", PROGRAMMES, Delivery.AT_ONCE


@register
class NamesSent(Notification):
    """To a mentee: the coordinators suggest mentors. Carries the programme's name and a link, not the names."""

    folder, topic, delivery = "programmes/names_sent", PROGRAMMES, Delivery.AT_ONCE


@register
class MilestoneAhead(Notification):
    """To each of a pair: a milestone is near. Carries its title, its day and a link."""

    folder, topic, delivery = "programmes/milestone_ahead", PROGRAMMES, Delivery.DIGEST


@register
class EndsSoon(Notification):
    """To each of a pair: the programme ends in two weeks. Carries its name, the other's, the day and a link."""

    folder, topic, delivery = "programmes/ends_soon", PROGRAMMES, Delivery.DIGEST


@register
class Over(Notification):
    """To everybody who took part: it is over, with thanks. Carries its name and a link."""

    folder, topic, delivery = "programmes/over", PROGRAMMES, Delivery.DIGEST


@register
class PairOver(Notification):
    """To each of a pair: its time in the programme is over, and it has ended. Carries names and a link."""

    folder, topic, delivery = "programmes/pair_over", PROGRAMMES, Delivery.AT_ONCE


@register
class Submitted(Notification):
    """To the mentor of a pair: the mentee has submitted, and the mentorship has ended. Carries names and a link."""

    folder, topic, delivery = "programmes/submitted", PROGRAMMES, Delivery.AT_ONCE


def joined(enrolment, *, place):
    """Taking part, or waiting at this place of the list."""
    _tell(Joined, enrolment, occasion=f"programme-joined-{enrolment.pk}", place=place)


def place_free(enrolment):
    """From the waiting list."""
    _tell(PlaceFree, enrolment, occasion=f"programme-place-{enrolment.pk}")


def names_sent(name):
    """Once for all names that were sent to a member on one day."""
    context = {"reader": name.mentee, "programme": name.programme.name, "link": _page(name.programme)}
    occasion = f"programme-names-{name.programme_id}-{name.mentee_id}-{name.sent_at.date()}"
    NamesSent.post(to=name.mentee, context=context, occasion=occasion)


def over(enrolment):
    """With thanks; and, to whoever was one of a pair in it, that what they wrote stays."""
    member = enrolment.member
    pairs = Mentorship.objects.visible_to(member).filter(pairing__programme=enrolment.programme_id)
    _tell(Over, enrolment, occasion=f"programme-over-{enrolment.pk}", paired=pairs.exists())


def milestone_ahead(milestone, pairing, *, to):
    """A week before."""
    context = {
        "reader": to,
        "programme": pairing.programme.name,
        "title": milestone.title,
        "day": milestone.starts_at or milestone.due_on,
        "link": link("pair_programme", pairing.mentorship.code),
    }
    MilestoneAhead.post(
        to=to, context=context, occasion=f"milestone-ahead-{milestone.pk}-{pairing.pk}-{to.pk}"
    )


def ends_soon(pairing, *, to):
    """Two weeks before."""
    context = {
        "reader": to,
        "other": pairing.mentorship.partner_of(to),
        "programme": pairing.programme.name,
        "day": pairing.ends_on,
        "link": link("pair_programme", pairing.mentorship.code),
    }
    occasion = f"programme-ends-{pairing.pk}-{to.pk}-{pairing.ends_on}"
    EndsSoon.post(to=to, context=context, occasion=occasion)


def pair_over(pairing, *, to):
    """It has ended by itself; what they wrote stays."""
    context = {
        "reader": to,
        "other": pairing.mentorship.partner_of(to),
        "programme": pairing.programme.name,
        "link": link("mentorship_end", pairing.mentorship.code),
    }
    PairOver.post(to=to, context=context, occasion=f"programme-pair-over-{pairing.pk}-{to.pk}")


def submitted(pairing):
    """To the mentor."""
    pair = pairing.mentorship
    context = {
        "reader": pair.mentor,
        "other": pair.mentee,
        "programme": pairing.programme.name,
        "link": link("mentorship_end", pair.code),
    }
    Submitted.post(to=pair.mentor, context=context, occasion=f"programme-submitted-{pairing.pk}")


def _page(programme):
    return link("programme_detail", programme.code)


def _tell(notification, enrolment, *, occasion, **context):
    about = {
        "reader": enrolment.member,
        "programme": enrolment.programme.name,
        "link": _page(enrolment.programme),
    }
    notification.post(to=enrolment.member, context=about | context, occasion=occasion)
