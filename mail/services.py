"""Writing a letter: a row in the transaction of the change it tells of."""

from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from mail.incoming import suppression_list
from mail.models import ERASED, OutgoingMail
from mail.outgoing import digest
from mail.outgoing.message import calendar_method
from mail.outgoing.render import as_reader, render_mail
from mail.preferences import preferences_of
from mail.topics import topic_of, unsubscribe_link


def post_mail(
    kind, *, to=None, address=None, language="en", zone=None, context, occasion,
    calendar="", reply_to="", unprompted=False,
):  # fmt: skip
    """Write one letter, in the reader's language and zone. The same occasion is written once.

    None for a member who has left, or who has stopped mails of this topic: nobody wants to read it.

    `kind` names a folder under templates/emails/; `to` is a member, or `address` a bare address.
    The words of the context go into the letter as they are: never a private one. `calendar` is an
    iCalendar text with its METHOD, `reply_to` a bare address; what cannot be sent is refused here.
    `unprompted`: nobody's doing causes it, so it comes in waking hours and once a day with others like it.
    """
    chosen = preferences_of(to) if to and not to.left_at else None
    if to and not (chosen and chosen.wants(kind)):
        return None
    if suppression_list.is_suppressed(address or to.email, kind):
        return None
    _check(calendar, reply_to)
    context = {**context, "stop": _unsubscribe_line(to, kind)}
    with as_reader(to, language, zone):
        words = render_mail(kind, context)
    words |= {"calendar": calendar, "reply_to": reply_to, "page": context.get("link", "")}
    if chosen:
        words["due_at"] = digest.due_at(
            to, kind, chosen.pace, unprompted=unprompted, calendar=calendar
        )
    return _once(occasion, kind=kind, to=to, address=address or to.email, **words)


def _once(occasion, **facts):
    try:
        with transaction.atomic():
            return OutgoingMail.objects.create(occasion=occasion, **facts)
    except IntegrityError:
        # The staff site may write a letter, and may not read what another one says.
        return OutgoingMail.objects.defer(*ERASED).get(occasion=occasion)


def withdraw_unsent(*, to, about):
    """Delete what has not been sent yet to these members if its text names one of these codes."""
    for letter in OutgoingMail.objects.waiting().filter(to__in=to).only("pk", "text"):
        if any(str(code) in letter.text for code in about):
            OutgoingMail.objects.waiting().filter(pk=letter.pk).delete()


def _check(calendar, reply_to):
    """A fault of the caller is told to the caller; in the drain it would be tried for three days."""
    if calendar:
        calendar_method(calendar)
    if reply_to:
        validate_email(reply_to)


def _unsubscribe_line(to, kind):
    """The link and the words of the last line, for a member and a kind that can be stopped."""
    topic = topic_of(kind)
    if not (to and topic):
        return None
    return {"link": unsubscribe_link(to.pk, topic), "words": topic.stop}
