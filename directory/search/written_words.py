"""The words that stand in mentors' texts: what is written there is no typing error."""

from functools import reduce
from operator import or_

from django.db.models import Q

from directory.models import SearchWord

CANDIDATES_A_WORD = 5000  # compared for each word that stands nowhere


class WrittenWords:
    """Asked by the spelling correction."""

    def has(self, typed):
        """Which of these stand somewhere, as a set."""
        return set(SearchWord.objects.filter(word__in=typed).values_list("word", flat=True))

    def candidates(self, typed):
        """{word: words that may have been meant}, for all of them in one statement."""
        if not typed:
            return {}
        alike = SearchWord.objects.filter(reduce(or_, map(_alike, typed))).order_by("word")
        written = alike.values_list("word", flat=True)[: CANDIDATES_A_WORD * len(typed)]
        near = {word: [] for word in typed}
        for other in written:
            for word in typed:
                if other[0] in word[:2] and abs(len(other) - len(word)) <= 2:
                    near[word].append(other)
        return near


def _alike(word):
    """Words of about its length that begin like it, or with its first two letters swapped."""
    begins = Q(word__startswith=word[0]) | Q(word__startswith=word[1:2] or word[0])
    return begins & Q(length__in=range(len(word) - 2, len(word) + 3))
