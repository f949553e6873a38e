"""What an agreement is made of: its parts, their words, and what differs between two versions."""

import json

from django.utils.translation import gettext_lazy as _

from guidance.agreement_topics import TOPICS
from mentoring.lib.vault import CannotOpen, KeyRingError
from mentorships.differences import pieces
from profiles.shown import labels

MEETING_FREQUENCIES = {
    "every-two-weeks": _("Every two weeks"),
    "monthly": _("About once a month"),
    "every-six-weeks": _("Every six weeks"),
    "every-two-months": _("Every two months"),
    "as-needed": _("As needed"),
}
LENGTHS = {
    "one-conversation": _("A single conversation"),
    "three-months": _("Three months"),
    "six-months": _("Six months"),
    "nine-months": _("An academic year (nine months)"),
    "twelve-months": _("A year"),
    "open-ended": _("Open-ended"),
}
OTHERS = {
    "focus": _("Focus"),
    "often": _("How often we talk"),
    "means": _("How we talk"),
    "length": _("How long the mentorship lasts"),
}
GROUPS = (
    (_("What it’s about"), ("focus", "goals")),
    (_("When and how we talk"), ("often", "means", "length", "rhythm", "first-move")),
    (_("How we treat each other"), ("confidentiality", "boundaries", "feedback", "conflicts", "ending")),
)
PARTS = [part for _title, parts in GROUPS for part in parts]


def label(part):
    """What a part is called."""
    return OTHERS.get(part) or TOPICS[part][0]


def packed(parts):
    """The parts as the one text that is sealed. Empty ones are left out."""
    return json.dumps(cleaned(parts), ensure_ascii=False)


def cleaned(parts):
    """Without what is empty, in the order of the page."""
    return {name: parts[name] for name in PARTS if parts.get(name)}


def parts_of(version):
    """{part: words or slugs} of a version; None where it cannot be opened."""
    try:
        return json.loads(version.text or "{}")
    except (CannotOpen, KeyRingError):
        return None


def words_of_part(parts, part):
    """A part in words: what was chosen by its label, what was written as it is."""
    answer = (parts or {}).get(part, "")
    if part == "means":
        return ", ".join(labels("format", answer))
    chosen = {"often": MEETING_FREQUENCIES, "length": LENGTHS}.get(part, {})
    return str(chosen.get(answer, answer))


def readable_parts(parts):
    """(label, words) of every part that says something."""
    return [(label(part), words_of_part(parts, part)) for part in PARTS if (parts or {}).get(part)]


def changes(old, new):
    """(label, pieces) of every part that differs; a piece is ("same" | "gone" | "new", words)."""
    both = [(part, words_of_part(old, part), words_of_part(new, part)) for part in PARTS]
    return [(label(part), list(pieces(was, now))) for part, was, now in both if was != now]
