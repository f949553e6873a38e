"""The stem a family of words shares, so that supervise can be read like supervisor."""

ENDINGS = (
    "ation ments ical ility ates ions ings ment ers ors ing ion ist ian ity ive ate er or ed le al ic e y"
).split()  # longest first
SHORTEST_STEM = 5


def stem(word):
    """The word without its longest known ending; short words are left whole."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word
