"""What a checked file would change, in words."""

from django.utils.translation import ngettext

from joining import comparing, importing
from joining.models import TroubleKind


def report_lines(an_import):
    """[(sentence, [(name, address), …]), …] of what the file would change; without what it would not."""
    examples = {}
    for what, name, email in an_import.examples:
        examples.setdefault(what, []).append((name, email))
    counted = ((what, an_import.counts.get(what, 0)) for what in ORDER)
    return [(_sentence(what, count), examples.get(what, ())) for what, count in counted if count]


ORDER = (
    *(comparing.NEW, comparing.CHANGED, comparing.LAPSED, comparing.BACK),
    *(comparing.SAME, comparing.NOT_A_MEMBER, importing.MISSING),
    *TroubleKind.values,
)


def _sentence(what, n):
    sentences = {
        comparing.NEW: ngettext("%(n)d person is new.", "%(n)d people are new.", n),
        comparing.CHANGED: ngettext("%(n)d person has other details.", "%(n)d people have other details.", n),
        comparing.LAPSED: ngettext(
            "The membership of %(n)d person has ended.", "The memberships of %(n)d people have ended.", n
        ),
        comparing.BACK: ngettext("%(n)d person is a member again.", "%(n)d people are members again.", n),
        comparing.SAME: ngettext("%(n)d person stays as they are.", "%(n)d people stay as they are.", n),
        comparing.NOT_A_MEMBER: ngettext(
            "%(n)d person has no membership and isn’t added.",
            "%(n)d people have no membership and aren’t added.",
            n,
        ),
        importing.MISSING: ngettext(
            "%(n)d person on the list isn’t in this file. They stay on the list.",
            "%(n)d people on the list aren’t in this file. They stay on the list.",
            n,
        ),
        TroubleKind.ROW: ngettext(
            "%(n)d row can’t be used and is left out.", "%(n)d rows can’t be used and are left out.", n
        ),
        TroubleKind.CLASH: ngettext(
            "%(n)d person shares an address with someone else and is left out.",
            "%(n)d people share an address with someone else and are left out.",
            n,
        ),
        TroubleKind.STATE: ngettext(
            "%(n)d person has a membership status we don’t know and is left out until you say what it means.",
            "%(n)d people have a membership status we don’t know and are left out until you say what it means.",
            n,
        ),
    }
    return sentences[what] % {"n": n}
