"""Asked once more at the moment of sending, whether a mail is still wanted.

Between being written and being sent a topic may be stopped, a member may leave, a mentorship may rest.
"""

from collections import defaultdict

from mail.declarations import NOTIFICATIONS, topic_of
from mail.models import DIGEST, OutgoingMail
from mail.outgoing import digest
from mail.outgoing.message import is_calendar_update
from mail.preferences import preferences_of_each


def drop_unwanted(mails):
    """The mails of a batch (at most 100) without those that nobody wants any more; those are deleted.

    The mail of a day loses the parts that nobody wants; without any part it goes altogether.
    """
    alone = [mail for mail in mails if mail.kind != DIGEST]
    gone = unwanted(alone) if alone else set()
    for mail in mails:
        if mail.kind == DIGEST and not _rest_of_digest(mail):
            gone.add(mail.pk)
    _drop(mails, gone)
    return [mail for mail in mails if mail.pk not in gone]


def _rest_of_digest(mail):
    """What is left of the mail of a day; it is written anew if something has gone."""
    parts = list(mail.parts.waiting().order_by("pk"))
    gone = unwanted(parts) if parts else set()
    left = [part for part in parts if part.pk not in gone]
    if gone:
        mail.parts.filter(pk__in=gone).delete()
        if left:
            digest.rerender_digest(mail, left)
    return left


def unwanted(mails):
    """The numbers of those that nobody wants any more."""
    return _unsubscribed(mails) | _outdated(mails)


def _unsubscribed(mails):
    """What a calendar holds is put right in it, also after its owner has stopped mails about it."""
    mails = [mail for mail in mails if mail.to_id and not is_calendar_update(mail.calendar)]
    topics = {mail: topic_of(mail.kind) for mail in mails}
    preferences = preferences_of_each({mail.to_id for mail, topic in topics.items() if topic})
    return {mail.pk for mail, topic in topics.items() if topic and not preferences[mail.to_id].wants(topic)}


def _outdated(mails):
    """Of those that have lost their reason. Notifications that share a method are asked together, once."""
    together = defaultdict(list)
    for mail in mails:
        if notification := NOTIFICATIONS.get(mail.kind):
            together[notification.outdated.__func__].append((notification, mail))
    gone = set()
    for declared in together.values():
        notification = declared[0][0]
        gone |= notification.outdated([mail for _notification, mail in declared])
    return gone


def _drop(mails, gone):
    """Delete them, as far as this claim still holds them."""
    if gone:
        OutgoingMail.objects.waiting().filter(pk__in=gone, claim=mails[0].claim).delete()
