"""Mails about cases. None says who, what kind of case, or a word of it."""

from django.conf import settings
from django.utils import timezone

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


@register
class CaseClosed(Notification):
    """To the member whose case it is: that a coordinator has closed it. Carries a link to it."""

    folder, topic, delivery = "conduct/case_closed", None, Delivery.SECURITY


@register
class CaseReopened(Notification):
    """To the member whose case it is: that a coordinator has opened it again. Carries a link to it."""

    folder, topic, delivery = "conduct/case_reopened", None, Delivery.SECURITY


@register
class CaseLate(Notification):
    """To everybody who may read a case: that it has waited for days. Carries the number of days and a link."""

    folder, topic, delivery = "conduct/case_late", None, Delivery.SECURITY


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


def case_closed(case, *, has_last_word):
    """A coordinator has closed a case, perhaps with a last word."""
    CaseClosed.post(
        to=case.member,
        context={**_of_member(case), "has_last_word": has_last_word},
        occasion=f"case-closed-{case.pk}-{timezone.now().timestamp():.6f}",
    )


def case_reopened(case):
    """A coordinator has opened a closed case again."""
    CaseReopened.post(
        to=case.member,
        context=_of_member(case),
        occasion=f"case-reopened-{case.pk}-{timezone.now().timestamp():.6f}",
    )


def case_late(case, *, days):
    """Nobody has answered a case for so many days. How many mails were written."""
    posted = [
        CaseLate.post(
            to=to,
            context={"reader": to, "days": days, "link": f"{settings.STAFF_URL}/admin/conduct/case/"},
            occasion=late_occasion(case, to.pk, days),
        )
        for to in rules.case_readers(but=(case.member, case.about))
    ]
    return sum(bool(mail) for mail in posted)


def late_occasion(case, reader, days):
    """One for each reader, each stretch of waiting and each number of days."""
    return f"case-late-{case.pk}-{case.waiting_since.timestamp():.6f}-{reader}-{days}"


def _of_member(case):
    return {"reader": case.member, "link": link("help_detail", case.code)}
