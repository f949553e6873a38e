"""Asked once more at the moment of sending, whether a letter is still wanted.

Between being written and being sent a topic may be stopped, a member may leave, a mentorship may rest.
"""

from mail.models import DIGEST, OutgoingMail
from mail.outgoing import digest
from mail.preferences import preferences_of_each
from mail.topics import topic_of
from mentoring.lib.registry.base import Hooks

# [OutgoingMail] -> numbers of those that are not to be sent any more, asked once a batch (at most 100).
# Rooms register theirs in their hooks.py.
SUPPRESSORS = Hooks()


def drop_unwanted(letters):
    """The letters of a batch without those that nobody wants any more; those are deleted.

    The mail of a day loses the parts that nobody wants; without any part it goes altogether.
    """
    alone = [letter for letter in letters if letter.kind != DIGEST]
    gone = unwanted(alone) if alone else set()
    for letter in letters:
        if letter.kind == DIGEST and not _rest_of_digest(letter):
            gone.add(letter.pk)
    _drop(letters, gone)
    return [letter for letter in letters if letter.pk not in gone]


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


def unwanted(letters):
    """The numbers of those that nobody wants any more."""
    return _unsubscribed(letters) | {
        pk for numbers in SUPPRESSORS.results(letters) for pk in numbers
    }


def _unsubscribed(letters):
    about = {letter: topic_of(letter.kind) for letter in letters}
    readers = {letter.to_id for letter, topic in about.items() if topic and letter.to_id}
    chosen = preferences_of_each(readers)
    return {each.pk for each, topic in about.items()
            if topic and each.to_id and topic.name not in chosen[each.to_id].topics}  # fmt: skip


def _drop(letters, gone):
    """Delete them, as far as this claim still holds them."""
    if gone:
        OutgoingMail.objects.waiting().filter(pk__in=gone, claim=letters[0].claim).delete()
