"""Mails about feedback: that there is some, and where. None of its words."""

from django.utils.translation import gettext_lazy as _

from mail.notification import Delivery, Notification, declare_topic, register
from mentoring.lib.links import member_link as link

FEEDBACK = declare_topic(
    "feedback", label=_("Feedback"), unsubscribe_label=_("Stop emails about feedback"), order=20
)


@register
class FeedbackGiven(Notification):
    """To one of a pair: there is feedback to read. Carries the other's name and links."""

    folder, topic, delivery = "feedback/feedback_given", FEEDBACK, Delivery.AT_ONCE


@register
class FeedbackAnswered(Notification):
    """To whoever gave feedback: there is an answer. Carries the other's name and links."""

    folder, topic, delivery = "feedback/feedback_answered", FEEDBACK, Delivery.AT_ONCE


@register
class FeedbackRequested(Notification):
    """To one of a pair: the other would like feedback. Carries the other's name and links."""

    folder, topic, delivery = "feedback/feedback_requested", FEEDBACK, Delivery.AT_ONCE


def feedback_given(feedback, *, to):
    """There is something to read."""
    _tell(FeedbackGiven, feedback.mentorship, to, occasion=f"feedback-{feedback.pk}")


def feedback_answered(answer, *, to):
    """There is an answer."""
    _tell(FeedbackAnswered, answer.feedback.mentorship, to, occasion=f"feedback-answer-{answer.pk}")


def feedback_requested(wanted, *, to):
    """The other would like some."""
    _tell(FeedbackRequested, wanted.mentorship, to, occasion=f"feedback-wanted-{wanted.pk}")


def _tell(notification, mentorship, to, *, occasion):
    context = {
        "reader": to,
        "other": mentorship.partner_of(to),
        "link": link("feedback_list", mentorship.code),
        "write": link("feedback_write", mentorship.code),
    }
    notification.post(to=to, context=context, occasion=occasion)
