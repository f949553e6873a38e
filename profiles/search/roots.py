"""The root a family of words shares, so that supervise can be read like supervisor."""

ENDINGS = sorted(
    "ation ions ion ing ings er ers or ors ed e ment ments ility le al ic ical ist ian ive y ity ate ates".split(),
    key=len,
    reverse=True,
)
SHORTEST_ROOT = 5


def root(word):
    """The word without its longest known ending; short words are left whole."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_ROOT:
            return word[: -len(ending)]
    return word
