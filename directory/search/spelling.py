"""Spelling, put right only where a word is found neither in the vocabulary nor in anything a mentor wrote."""

from directory.search.edit_distance import allowed_distance, edit_distance, is_likely
from directory.search.fold import fold, lemma

ELIDED = ("l", "d", "qu")


def corrected(words, typed, lexicon, written):
    """The words as they should be read, and (typed, read as) for each that was changed.

    `typed` is the text the words came from; `written` knows the words of mentors' texts.
    """
    words, corrections = _common_misspellings(words, lexicon)
    spelled = {lemma(word): word for word in reversed(fold(typed).split())}
    in_texts = written.has(set(words))
    unknown = {word for word in words if not _is_known(word, lexicon, in_texts)}
    candidates = written.candidates({word for word in unknown if allowed_distance(word)})
    read = []
    for at, word in enumerate(words):
        if word in unknown:
            better = _better(word, lexicon, candidates.get(word, ()))
        else:
            better = (word,) if word in in_texts else _beside(words, at, lexicon)
        if better not in ((word,), _without_article(word, lexicon)):
            corrections.append((spelled.get(word, word), _spelled(better, lexicon)))
        read += better
    return read, [(before, after) for before, after in corrections if before != after]


def _common_misspellings(words, lexicon):
    """Errors the vocabulary lists, such as "systemic review", longest first."""
    corrections, read, at = [], [], 0
    while at < len(words):
        for length in (3, 2, 1):
            typed = tuple(words[at : at + length])
            meant = lexicon.misspellings.get(typed)
            if meant and meant != typed and typed not in lexicon.phrases:
                corrections.append((" ".join(typed), _spelled(meant, lexicon)))
                break
        else:
            meant, length = (words[at],), 1
        read += meant
        at += length
    return read, corrections


def _is_known(word, lexicon, in_texts):
    return word in in_texts or word in lexicon.words or word in lexicon.weak_words


def _better(word, lexicon, written):
    return (
        _without_article(word, lexicon)
        or _taken_apart(word, lexicon)
        or _nearest(word, lexicon, written)
        or (word,)
    )


def _beside(words, at, lexicon):
    """A word of another language may be a typing error here: "digital humanites" is one letter from a phrase."""
    word, before, after = words[at], words[max(at - 1, 0) : at], words[at + 1 : at + 2]
    if (word,) in lexicon.phrases or word in lexicon.weak_words or _stands(word, before, after, lexicon):
        return (word,)
    for other in lexicon.near(word):
        if (
            edit_distance(word, other, 1) == 1
            and is_likely(word, other, 1)
            and _stands(other, before, after, lexicon)
        ):
            return (other,)
    return (word,)


def _stands(word, before, after, lexicon):
    """Whether the word makes a phrase with one of its neighbours."""
    return (*before, word) in lexicon.neighbours or (word, *after) in lexicon.neighbours


def _without_article(word, lexicon):
    """L'alphabétisation folds to one word; French articles are put aside where that leaves a known word."""
    for article in ELIDED:
        rest = word.removeprefix(article)
        if rest != word and rest in lexicon.words and len(rest) > 3:
            return (rest,)
    return ()


def _taken_apart(word, lexicon):
    """Two words typed as one, where together they are a phrase of the vocabulary."""
    for at in range(2, len(word) - 1):
        pair = (lemma(word[:at]), lemma(word[at:]))
        if pair in lexicon.phrases:
            return pair
    return ()


def _nearest(word, lexicon, written):
    """The known word fewest typing errors away; of equals, one from the vocabulary, then one of the same letters."""
    limit = allowed_distance(word)
    if not limit:
        return ()
    best = None
    for preference, others in enumerate((lexicon.near(word), written)):
        for other in others:
            far = edit_distance(word, other, limit)
            if 0 < far <= limit and is_likely(word, other, far):
                best = min(best or (9,), (far, preference, sorted(word) != sorted(other), other))
    return (best[-1],) if best else ()


def _spelled(words, lexicon):
    return " ".join(lexicon.spelled.get(word, word) for word in words)
