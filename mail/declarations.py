"""What the rooms have declared of their mails, for the mail room to ask by the kind that a row holds."""

from enum import Enum

from mentoring.lib.registry.base import Registry


class Delivery(Enum):
    """When a mail goes out (mail.outgoing.digest). One with a calendar goes at once in any case."""

    AT_ONCE = "at once"  # somebody has done something; in one mail a day only for those who chose that
    DIGEST = "digest"  # nobody's doing causes it: in waking hours, and once a day with others like it
    SECURITY = "security"  # at once, whatever the reader has chosen; it has no topic and cannot be stopped


# Subclasses of mail.notification.Notification, by their folder: the kind that a mail's row holds.
NOTIFICATIONS: Registry[type] = Registry()


class NotDeclared(Exception):
    """A mail of a kind that no room declares in its `notifications.py`. The message names the kind."""


def declaration_of(kind):
    """The notification of a kind. NotDeclared if there is none."""
    notification = NOTIFICATIONS.get(kind)
    if notification is None:
        raise NotDeclared(kind)
    return notification


def topic_of(kind):
    """The topic of a kind, or None: for mails that always come, and for rows of kinds that are gone."""
    notification = NOTIFICATIONS.get(kind)
    return notification.topic if notification else None
