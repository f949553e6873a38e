"""What came of things done at the same moment."""

from collections import Counter


def kinds(results):
    return Counter(type(one).__name__ for one in results)
