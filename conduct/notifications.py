"""Mails about cases. None says who, what kind of case, or a word of it."""

from django.conf import settings

from conduct import rules
from mail.notification import Delivery, Notification, register
from mentoring.lib.links import member_link as link


@register
class CaseWaits(Notification):
    """To everybody who may read a case: that one waits. Carries a link to the list of cases."""

    folder, topic, delivery = "conduct/case_waits", None, Delivery.SECURITY


@register
class CaseAnswered(Notification):
    """To the member whose case it is: that there is an answer. Carries a link to it."""

    folder, topic, delivery = "conduct/case_answered", None, Delivery.SECURITY


def case_waits(message):
    """A case has a new message from a member."""
    case = message.case
    for to in rules.case_readers(but=(case.member, case.about)):
        CaseWaits.post(
            to=to,
            context={"reader": to, "link": f"{settings.STAFF_URL}/admin/conduct/case/"},
            occasion=f"case-{message.pk}-{to.pk}",
        )


def case_answered(message):
    """A case has a new message to its member."""
    member = message.case.member
    CaseAnswered.post(
        to=member,
        context={"reader": member, "link": link("help_detail", message.case.code)},
        occasion=f"case-answer-{message.pk}",
    )
