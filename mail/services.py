"""Writing a mail: a row in the transaction of the change it tells of."""

from django.conf import settings
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from mail.declarations import NotDeclared, declaration_of
from mail.incoming import suppression_list
from mail.models import FOR, OutgoingMail, occasion_hash
from mail.outgoing import digest
from mail.outgoing.flood import is_flood
from mail.outgoing.message import calendar_method, takes_out
from mail.outgoing.render import as_reader, render_mail
from mail.preferences import preferences_of
from mail.topics import unsubscribe_link
from mentoring.lib.links import member_link


def post_mail(
    notification,
    *,
    to,
    address,
    language,
    zone,
    context,
    occasion,
    calendar="",
    reply_to="",
    in_calendar=False,
):
    """Write one mail, in the reader's language and zone. The same occasion is written once.

    None for a member who has left, or who has stopped mails of this topic: nobody wants to read it. But what
    changes an event that is `in_calendar` of the reader goes out all the same.
    NotDeclared for a notification that is not registered.

    `to` is a member; or `address` a bare address, with its `language` and `zone`. The words of the context
    go into the mail as they are: never a private one. `calendar` is an iCalendar text with its METHOD,
    `reply_to` a bare address; what cannot be sent is refused here with ValueError or ValidationError.
    """
    _check_declared(notification)
    if to and to.left_at:
        return None
    preferences = preferences_of(to) if to else None
    wanted = not preferences or preferences.wants(notification.topic)
    if not wanted and not in_calendar:
        return None
    address = address or to.email
    if not notification.despite_bounces and suppression_list.is_suppressed(address):
        return None
    _check_sendable(calendar, reply_to)
    with as_reader(to, language, zone):
        parts = render_mail(
            notification.folder, {**context, "stop": _unsubscribe_line(to, notification.topic, wanted=wanted)}
        )
    mail = OutgoingMail(
        occasion=occasion_hash(occasion),
        kind=notification.folder,
        to=to,
        address=address,
        calendar=calendar,
        reply_to=reply_to,
        page=context.get("link", ""),
        **parts,
    )
    if preferences:
        mail.due_at = digest.due_at(to, notification.delivery, preferences.frequency, calendar=bool(calendar))
        if mail.due_at and not calendar and is_flood(notification, to):
            mail.due_at = None
    return _save_once(mail)


def _save_once(mail):
    """The mail, or the one of the same occasion that is there already; None on the staff site, which may not look."""
    try:
        with transaction.atomic():
            mail.save(force_insert=True)
    except IntegrityError:
        return None if settings.PROCESS == "staff" else OutgoingMail.objects.get(occasion=mail.occasion)
    return mail


def withdraw_unsent(*, to, about):
    """Delete what has not been sent yet to these members if its text names one of these codes.

    What takes an event out of a calendar stays: the event would stand there for ever.
    """
    for mail in OutgoingMail.objects.waiting().filter(to__in=to).only("pk", "text", "calendar", *FOR):
        if not takes_out(mail.calendar) and any(str(code) in mail.text for code in about):
            OutgoingMail.objects.waiting().filter(pk=mail.pk).delete()


def _check_declared(notification):
    if declaration_of(notification.folder) is not notification:
        raise NotDeclared(notification.__qualname__)


def _check_sendable(calendar, reply_to):
    """A fault of the caller is told to the caller; in the drain it would be tried for three days."""
    if calendar:
        calendar_method(calendar)
    if reply_to:
        validate_email(reply_to)


def _unsubscribe_line(to, topic, *, wanted):
    """The link and the words of the last line, for a member and a topic; None where there is nothing to stop."""
    if not (to and topic):
        return None
    if not wanted:
        words = _("You’ve stopped emails like this one. We sent it because the meeting is in your calendar")
        return {"link": member_link("mail_preferences"), "words": words}
    return {"link": unsubscribe_link(to.pk, topic), "words": topic.unsubscribe_label}
