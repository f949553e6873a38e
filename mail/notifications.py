"""The mail room's own mail."""

from mail.models import DIGEST
from mail.notification import Delivery, Notification, register


@register
class Digest(Notification):
    """To a member: several mails as one. Carries their subjects and links; mail.outgoing.digest writes it.

    It has the topics of its parts, and comes as long as one of them is wanted.
    """

    folder, topic, delivery = DIGEST, None, Delivery.DIGEST
