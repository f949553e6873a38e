"""Letters about cases. To coordinators: that one waits. To the member: that there is an answer."""

from django.conf import settings

from conduct import rules
from mail.services import post_mail
from mentoring.lib.links import member_link as link


def case_waits(said):
    """To everybody who may read it. No name, no kind, no word."""
    case = said.case
    for to in rules.case_readers(but=(case.member, case.about)):
        context = {"reader": to, "link": f"{settings.STAFF_URL}/admin/conduct/case/"}
        post_mail("conduct/case_waits", to=to, context=context, occasion=f"case-{said.pk}-{to.pk}")


def case_answered(said):
    """To the member, without the words."""
    member = said.case.member
    context = {"reader": member, "link": link("help_detail", said.case.code)}
    post_mail(
        "conduct/case_answered", to=member, context=context, occasion=f"case-answer-{said.pk}"
    )
