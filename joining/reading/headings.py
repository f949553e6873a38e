"""Which column of a file is what: real exports name the same thing in a hundred ways."""

import hashlib
import json
import re
import unicodedata
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
PREFIXES = re.compile(r"^(?:member/non-member\s*-\s*|ym\s+|primary contact\s*[:-]\s*)", re.IGNORECASE)
REMARK = re.compile(r"\s*\([^)]*\)\s*$")
LONGEST_HEADING = 200


@cache
def aliases():
    """{field: (folded heading, …)}, the preferred heading first."""
    return {field: tuple(names) for field, names in json.loads((DATA / "headings.json").read_text()).items()}


def folded(heading):
    """A heading by its letters and digits: `[Email | Primary]` and `e-mail (Primary)` are alike."""
    plain = unicodedata.normalize("NFKD", heading[:LONGEST_HEADING].strip())
    plain = REMARK.sub("", PREFIXES.sub("", plain.strip("[] ")))
    return "".join(character for character in plain.lower() if character.isalnum())


def matched(headings):
    """{field: number of the column} by what the headings are called. The first column of a name counts."""
    places = {}
    for place, heading in enumerate(headings):
        places.setdefault(folded(heading), place)
    found = {}
    for field, names in aliases().items():
        place = next((places[name] for name in names if name in places), None)
        if place is not None and place not in found.values():
            found[field] = place
    return found


def fingerprint(headings):
    """A short text that is the same for files of the same columns: the key of a mapping once accepted."""
    text = "\n".join(folded(heading) for heading in headings)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def tells_membership(mapping):
    """Whether a column says who is a member. Without one, whoever is in the file is (`joining.states`)."""
    return bool({"state", "paid_through"} & set(mapping))


def missing(mapping):
    """The fields without which nothing can be read: the address, and a name."""
    needs = [] if "email" in mapping else ["email"]
    return needs if {"full_name", "first_name", "last_name"} & set(mapping) else [*needs, "full_name"]
