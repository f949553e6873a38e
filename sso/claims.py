"""What a provider says of a person, read by the operator's map and cleaned as a row of a file is."""

import re

from django.utils import timezone

from joining.models import MembershipState
from joining.reading.headings import folded
from joining.reading.person import read_row
from joining.states import BEST_FIRST, UNKNOWN, meanings, state_of

NOT_COLUMNS = {"subject", "email_verified"}
STEP = re.compile(r"([^.\[\]]+)(?:\[([^=\]]+)=([^\]]*)\])?(?:\.|$)")
YES = {"true", "1", "yes"}
LONGEST = 500
LONGEST_SUBJECT = 191  # as allauth keeps it; cut off, it might be somebody else's


def subject_of(provider, data):
    """What never changes about a person there, as text; empty if the provider does not say, or says too much."""
    subject = next(iter(texts_of(provider, data, "subject")), "")
    return subject if len(subject) <= LONGEST_SUBJECT else ""


def row_of(provider, data):
    """A ReadRow of what a provider says: the facts that the list of members has, and nothing else."""
    fields = [name for name in provider.claims if name not in NOT_COLUMNS]
    cells = [next(iter(texts_of(provider, data, name)), "") for name in fields]
    row = read_row(1, cells, {name: place for place, name in enumerate(fields)}, day_first=False)
    if words := texts_of(provider, data, "state"):
        row.state = min(words, key=lambda word: BEST_FIRST.index(_meaning(provider, word)))[:60]
    else:
        row.state = None if provider.everyone else ""
    return row


def membership_of(provider, row):
    """A MembershipState, UNKNOWN or NO_MEMBERSHIP (joining.states)."""
    return state_of(row, known_states(provider), timezone.now().date())


def known_states(provider):
    """{folded word: MembershipState}: as delivered, as coordinators have decided, as the operator says."""
    return {
        **meanings(),
        **{folded(word): MembershipState(meaning) for word, meaning in provider.states.items()},
    }


def is_verified(provider, data):
    """Whether the provider has seen that the address is this person's."""
    claimed = texts_of(provider, data, "email_verified")
    return provider.verified_addresses or any(text.lower() in YES for text in claimed)


def texts_of(provider, data, name):
    """The values of the first candidate of a field that there are any of, as texts."""
    for path in provider.claims.get(name, ()):
        if texts := [text for text in map(_text, _values(data, path)) if text]:
            return texts
    return []


def _values(data, path):
    """What stands at `a.b`, or at `list[Key=value].b`; a claim whose own name is the path counts first."""
    if path in data:
        return _listed(data[path])
    found = [data]
    if STEP.sub("", path):
        return []
    for name, key, value in STEP.findall(path):
        found = [one for each in found if isinstance(each, dict) for one in _listed(each.get(name))]
        if key:
            found = [one for one in found if isinstance(one, dict) and str(one.get(key)) == value]
    return found


def _listed(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value):
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)[:LONGEST].strip() if isinstance(value, str | int | float) else ""


def _meaning(provider, word):
    return known_states(provider).get(folded(word), UNKNOWN)
