"""What differs between two texts, and how both can be kept."""

import difflib
import re

WORDS = re.compile(r"\s+|\S+")
MOST_LINES_COMPARED = 4_000_000  # one text's times the other's


def pieces(was, now):
    """("same" | "gone" | "new", words), word by word. For texts of some thousand letters."""
    old, new = WORDS.findall(was), WORDS.findall(now)
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            yield "same", "".join(old[a:b])
            continue
        if a < b:
            yield "gone", "".join(old[a:b])
        if c < d:
            yield "new", "".join(new[c:d])


def merge_texts(base, theirs, mine):
    """A text that two have changed at once. Where both did: every line of either, theirs first."""
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    return "\n".join(_union(theirs.split("\n"), mine.split("\n")))


def _union(theirs, mine):
    """Equal lines once; where the two differ, theirs and then mine."""
    if len(theirs) * len(mine) > MOST_LINES_COMPARED:
        said = set(theirs)
        return [*theirs, *(line for line in mine if line not in said)]
    lines = []
    matcher = difflib.SequenceMatcher(None, theirs, mine, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        lines += theirs[a:b] if tag == "equal" else [*theirs[a:b], *mine[c:d]]
    return lines


def merge_lines(base, theirs, mine):
    """The same for one line: a title."""
    if theirs in (base, mine) or not theirs:
        return mine
    return theirs if mine in (base, "") else f"{theirs} / {mine}"
