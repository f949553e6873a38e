"""The mail about worksheets: that an answer was shared, and where. None of its words, and not which prompt."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mail.models import occasion_hash
from mail.notification import Delivery, Notification, declare_topic, register
from mentoring.lib.links import member_link as link
from worksheets.models import SharedAnswer

WORKSHEETS = declare_topic(
    "worksheets",
    label=_("Worksheet answers that are shared with you"),
    unsubscribe_label=_("Stop emails about worksheets"),
    order=25,
)


@register
class AnswerShared(Notification):
    """To one of a pair, once a day: the other has shared an answer. Carries the other's name and a link."""

    folder, topic, delivery = "worksheets/answer_shared", WORKSHEETS, Delivery.DIGEST

    @classmethod
    def outdated(cls, mails):
        """Those of which nothing is left: all that was shared on that day is no longer shared."""
        mine = [mail for mail in mails if mail.kind == cls.folder]
        readers = {mail.to_id for mail in mine}
        of_readers = Q(mentorship__mentor__in=readers) | Q(mentorship__mentee__in=readers)
        rows = SharedAnswer.objects.filter(of_readers).order_by()
        dates = rows.values_list("mentorship", "author", "shared_at")
        left = {occasion_hash(occasion_of(*shared)) for shared in dates}
        return {mail.pk for mail in mine if mail.occasion not in left}


def occasion_of(mentorship_id, author_id, shared_at):
    """One email a pair, author and day, however much is shared."""
    return f"worksheet-shared-{mentorship_id}-{author_id}-{shared_at:%Y%m%d}"


def answer_shared(shared, *, to):
    """There is something to read."""
    context = {"reader": to, "other": shared.author, "link": link("pair_worksheets", shared.mentorship.code)}
    occasion = occasion_of(shared.mentorship_id, shared.author_id, shared.shared_at)
    AnswerShared.post(to=to, context=context, occasion=occasion)
