"""Way 24: a mail with words in it."""

from mail.notification import Delivery, Notification, register


@register
class Told(Notification):
    """To whoever posts a form: the words they have just posted."""

    folder, topic, delivery = "leak/told", None, Delivery.SECURITY
