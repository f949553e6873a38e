"""The mail of coordinators that nobody's doing causes."""

from django.utils.translation import gettext_lazy as _

from mail.notification import Delivery, Notification, declare_topic, register

WEEK = declare_topic(
    "coordination",
    label=_("What needs a coordinator, once a week"),
    unsubscribe_label=_("Stop the weekly email about what needs a coordinator"),
    order=200,
    staff_only=True,
)


@register
class WeekOfCoordinator(Notification):
    """To a coordinator: what waits on the staff site. Carries kinds and ages and a link, and names nobody."""

    folder, topic, delivery = "coordination/week_of_coordinator", WEEK, Delivery.DIGEST
