"""How far one spelling is from another, and which words are worth comparing."""


class Shelves:
    """Words kept by first letter and length, so that a mistyped one is compared with few."""

    def __init__(self, words=()):
        self._words = {}
        for word in words:
            self._words.setdefault((word[0], len(word)), []).append(word)

    def near(self, word):
        """Words with the same first letter, or the swapped second, at most two letters longer or shorter."""
        for first in dict.fromkeys(word[:2]):
            for length in range(len(word) - 2, len(word) + 3):
                yield from self._words.get((first, length), ())


def allowed_slips(word):
    """How many slips a word of this length may hold and still be recognised."""
    if len(word) < 4 or not word.isalpha():
        return 0
    return 1 if len(word) < 6 else 2


def is_likely(word, other, far):
    """Whether so many slips are believable: a second one only in long words, or where letters are merely shuffled."""
    if far == 1:
        return len(other) > 3
    starts_alike = word[0] == other[0] or word[:2] == other[1::-1]
    shuffled = sorted(word) == sorted(other)
    return starts_alike and (
        shuffled or len(word) > 7 or (len(word) == 7 and word[:3] == other[:3])
    )


def slips(one, other, limit):
    """Letters added, dropped, changed or swapped with a neighbour; limit + 1 stands for "too many"."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before, last = None, list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, its in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return last[-1]
