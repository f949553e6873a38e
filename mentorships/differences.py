"""What differs between two texts, and how both can be kept.

By the longest common subsequence of rapidfuzz, which takes a few milliseconds for the longest texts that a form
takes; Python's difflib takes minutes for some of them (attack A11).
"""

import re
from itertools import groupby

from rapidfuzz.distance import LCSseq

WORDS = re.compile(r"\s+|\S+")
MOST_PIECES = 400  # more than that is easier to read as two texts


def pieces(was, now):
    """("same" | "gone" | "new", words), word by word; all gone and all new where little is the same."""
    steps = list(_joined(_steps(WORDS.findall(was), WORDS.findall(now))))
    if len(steps) > MOST_PIECES or not any(same and gone.strip() for same, gone, _new in steps):
        steps = [(False, was, now)]
    for same, gone, new in steps:
        if same:
            yield "same", gone
            continue
        yield from ((kind, text) for kind, text in (("gone", gone), ("new", new)) if text)


def _steps(old, new):
    """(the same?, part of the old, part of the new) of two lists, in order."""
    for same, group in groupby(LCSseq.opcodes(old, new), key=lambda step: step.tag == "equal"):
        first, *rest = group
        last = rest[-1] if rest else first
        yield same, old[first.src_start : last.src_end], new[first.dest_start : last.dest_end]


def _joined(steps):
    """Parts as texts; a space between two changes belongs to both of them."""
    texts = [(same, "".join(gone), "".join(new)) for same, gone, new in steps]
    alike = [
        same and (gone.strip() or at in (0, len(texts) - 1)) for at, (same, gone, _new) in enumerate(texts)
    ]
    for same, group in groupby(zip(alike, texts, strict=True), key=lambda pair: bool(pair[0])):
        parts = [text for _alike, text in group]
        yield same, "".join(gone for _same, gone, _new in parts), "".join(new for _same, _gone, new in parts)


def merge_texts(base, theirs, mine):
    """A text that two have changed at once. Where both did: every line of either, theirs first."""
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    return "\n".join(_union(theirs.split("\n"), mine.split("\n")))


def _union(theirs, mine):
    """Equal lines once; where the two differ, theirs and then mine."""
    return [line for same, one, other in _steps(theirs, mine) for line in (one if same else [*one, *other])]


def merge_lines(base, theirs, mine):
    """The same for one line: a title."""
    if theirs in (base, mine) or not theirs:
        return mine
    return theirs if mine in (base, "") else f"{theirs} / {mine}"
