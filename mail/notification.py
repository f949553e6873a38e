"""How a room declares a mail: a class for each folder under templates/emails/, in its `notifications.py`.

The folder holds `subject.txt`, `body.txt` and `body.html`.
"""

from typing import ClassVar

from mail.declarations import NOTIFICATIONS, Delivery
from mail.services import post_mail
from mail.topics import Topic, declare_topic

__all__ = ["Delivery", "Notification", "Topic", "declare_topic", "register"]


class Notification:
    """One kind of mail. The docstring of each says what it tells, to whom, and what it carries.

    `folder` is the place of its templates and the kind in its rows. `topic` is None for a mail that nobody
    can stop. `despite_bounces`: it is written even to an address that mail came back from, since it is the
    way back into an account. `gathers`: of Delivery.SECURITY, and yet another member causes it as often as they
    like, so that many within an hour wait for the mail of the day (mail.outgoing.flood).
    """

    folder: ClassVar[str]
    topic: ClassVar[Topic | None]
    delivery: ClassVar[Delivery]
    despite_bounces: ClassVar[bool] = False
    gathers: ClassVar[bool] = False

    @classmethod
    def post(
        cls,
        *,
        to=None,
        address=None,
        language=None,
        zone=None,
        context,
        occasion,
        calendar="",
        reply_to="",
        in_calendar=False,
    ):
        """Write one mail in the transaction of the change it tells of (mail.services.post_mail)."""
        return post_mail(
            cls,
            to=to,
            address=address,
            language=language,
            zone=zone,
            context=context,
            occasion=occasion,
            calendar=calendar,
            reply_to=reply_to,
            in_calendar=in_calendar,
        )

    @classmethod
    def outdated(cls, mails):
        """The numbers of those of these mails that have lost their reason since they were written.

        Asked at the moment of sending, once for all mails of a batch whose notifications share this method.
        """
        return set()


def register(notification):
    """Declare a notification: `@register` above its class. DeclaredTwice for a second of its folder."""
    return NOTIFICATIONS.add(notification.folder, notification)
