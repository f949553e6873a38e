"""How far one spelling is from another, and which words are worth comparing."""

from rapidfuzz.distance import OSA

LETTERS_APART = 2  # words that differ more in length are never compared


class WordBuckets:
    """Words kept by first letter and length, so that a mistyped one is compared with few."""

    def __init__(self, words=()):
        self._words = {}
        for word in words:
            self._words.setdefault((word[0], len(word)), []).append(word)

    def near(self, word):
        """Words with the same first letter, or the swapped second, at most two letters longer or shorter."""
        for first in dict.fromkeys(word[:2]):
            for length in range(len(word) - LETTERS_APART, len(word) + LETTERS_APART + 1):
                yield from self._words.get((first, length), ())


def allowed_distance(word):
    """How many typing errors a word of this length may hold and still be recognised."""
    if len(word) < 4 or not word.isalpha():
        return 0
    return 1 if len(word) < 6 else 2


def is_likely(word, other, distance):
    """Whether so many errors are believable: a second one only in long words, or where letters are shuffled."""
    if distance == 1:
        return len(other) > 3
    starts_alike = word[0] == other[0] or word[:2] == other[1::-1]
    shuffled = sorted(word) == sorted(other)
    return starts_alike and (shuffled or len(word) > 7 or (len(word) == 7 and word[:3] == other[:3]))


def edit_distance(one, other, limit):
    """Letters added, dropped, changed or swapped with a neighbour; limit + 1 stands for "too many"."""
    return OSA.distance(one, other, score_cutoff=limit)
