"""Why somebody in a file or an event is left out: questions for coordinators, and what they have answered."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from joining.models import TroubleKind


@dataclass
class Trouble:
    """Why somebody is left out: a TroubleKind, the row, and the words.

    `clash` is the key of a clash that is to be answered; `settled` says that a coordinator has answered it: two people.
    """

    kind: str
    number: int
    text: str
    clash: str = ""
    settled: bool = False


def clash_in_file(clashes, row, answered):
    """The Trouble of a Group's clashes: the first that nobody has answered yet."""
    number, name, key = next((clash for clash in clashes if clash[2] not in answered), clashes[0])
    text = _("%(email)s is the address of %(one)s and, in row %(n)d, of %(other)s")
    return clash_trouble(
        row, text % {"email": row.email, "one": row.name, "n": number, "other": name}, key, answered
    )


def clash_trouble(row, text, key, answered):
    """The Trouble of one clash: a question, or what a coordinator has answered."""
    if key in answered:
        text = _("%(text)s. They’re two people, as you’ve said.") % {"text": text}
        return Trouble(TroubleKind.CLASH, row.number, text, settled=True)
    return Trouble(TroubleKind.CLASH, row.number, text, key)


def two_accounts(row, entries):
    """A Trouble if more than one of these entries of one person has an account: nobody joins accounts; or None."""
    with_accounts = [entry for entry in entries if entry and entry.member_id]
    if len(with_accounts) < 2:
        return None
    text = _("%(one)s and %(other)s are one person on the list, and each has an account here")
    one, other = with_accounts[:2]
    return Trouble(TroubleKind.CLASH, row.number, text % {"one": one.name, "other": other.name})
