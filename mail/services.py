"""Writing a letter: a row in the transaction of the change it tells of."""

from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from mail.incoming import suppression_list
from mail.models import WORDLESS, Letter
from mail.outgoing import digest
from mail.outgoing.message import method_of
from mail.outgoing.render import reading, words_of
from mail.preferences import chosen_by
from mail.topics import stop_link, topic_of


def post(
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
    chosen = chosen_by(to) if to and not to.left_at else None
    if to and not (chosen and chosen.wants(kind)):
        return None
    if suppression_list.comes_back(address or to.email, kind):
        return None
    _check(calendar, reply_to)
    context = {**context, "stop": _way_to_stop(to, kind)}
    with reading(to, language, zone):
        words = words_of(kind, context)
    words |= {"calendar": calendar, "reply_to": reply_to, "page": context.get("link", "")}
    if chosen:
        words["due_at"] = digest.due(
            to, kind, chosen.pace, unprompted=unprompted, calendar=calendar
        )
    return _once(occasion, kind=kind, to=to, address=address or to.email, **words)


def _once(occasion, **facts):
    try:
        with transaction.atomic():
            return Letter.objects.create(occasion=occasion, **facts)
    except IntegrityError:
        # The staff site may write a letter, and may not read what another one says.
        return Letter.objects.defer(*WORDLESS).get(occasion=occasion)


def take_back(*, to, about):
    """Delete what has not been sent yet to these members if its text names one of these codes."""
    for letter in Letter.objects.waiting().filter(to__in=to).only("pk", "text"):
        if any(str(code) in letter.text for code in about):
            Letter.objects.waiting().filter(pk=letter.pk).delete()


def _check(calendar, reply_to):
    """A fault of the caller is told to the caller; in the drain it would be tried for three days."""
    if calendar:
        method_of(calendar)
    if reply_to:
        validate_email(reply_to)


def _way_to_stop(to, kind):
    """The link and the words of the last line, for a member and a kind that can be stopped."""
    topic = topic_of(kind)
    if not (to and topic):
        return None
    return {"link": stop_link(to.pk, topic), "words": topic.stop}
