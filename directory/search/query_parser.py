"""What a reader means: a line of words becomes terms, each with its phrases and its meanings."""

import re
from dataclasses import dataclass
from itertools import pairwise

from directory.search.fold import tokens
from directory.search.lexicon import LONGEST_PHRASE, Concept
from directory.search.spelling import corrected
from directory.search.stop_words import tongue_of

LONGEST_QUERY = 200
MOST_TERMS = 12
MOST_PHRASES = 12
QUOTED = re.compile(r'"([^"]*)"|“([^”]*)”|«([^»]*)»')
# Of these, other names are worth looking for in a bio: few people tick "no degree", many say it.
TOLD_RATHER_THAN_TICKED = "qualification"


@dataclass(frozen=True)
class Term:
    """One thing asked for: words, the phrases to look for in texts, and what the words stand for."""

    words: tuple
    phrases: tuple  # the words first, then their other wordings
    concepts: tuple
    said: str
    second: tuple = ()  # further readings: good, but not the first thing meant
    lifts: tuple = ()  # never a match by themselves; they raise one
    hints: tuple = ()  # phrases of one word whose place in a headline raises a match


@dataclass(frozen=True)
class Reading:
    """The terms in the order typed, the spelling put right, and neighbours that may be one name or place."""

    terms: tuple
    corrections: tuple
    pairs: tuple = ()


def understand(query, lexicon, known):
    """Read a query of any kind; an odd or an empty one gives few or no terms, never an error."""
    query = query[:LONGEST_QUERY]
    found, corrections, words = [], [], []
    for text, is_quoted in _pieces(query):
        if is_quoted:
            found.append(tuple(tokens(text)))
            continue
        read, changed = corrected(tokens(text), text, lexicon, known)
        corrections += changed
        words += read
        found += _segments(read, lexicon)
    kept = _without_weak([phrase for phrase in found if phrase], lexicon)[:MOST_TERMS]
    tongues = {tongue_of(word) for word in words} - {None}
    terms = tuple(_term(phrase, lexicon, tongues) for phrase in kept)
    return Reading(terms, tuple(dict.fromkeys(corrections)), _pairs(words, lexicon))


def _pieces(query):
    at = 0
    for match in QUOTED.finditer(query):
        yield query[at : match.start()], False
        yield match[1] or match[2] or match[3] or "", True
        at = match.end()
    yield query[at:], False


def _segments(words, lexicon):
    """The words cut into phrases of the vocabulary, the longest anywhere first, and what is left between them."""
    for length in range(min(LONGEST_PHRASE, len(words)), 0, -1):
        for at in range(len(words) - length + 1):
            phrase = tuple(words[at : at + length])
            if lexicon.meaning(phrase) or (length > 1 and phrase in lexicon.readings):
                before, after = words[:at], words[at + length :]
                return [*_segments(before, lexicon), phrase, *_segments(after, lexicon)]
    return [(word,) for word in words]


def _without_weak(phrases, lexicon):
    strong = [phrase for phrase in phrases if not lexicon.is_weak(phrase)]
    return list(dict.fromkeys(strong or phrases))


def _term(phrase, lexicon, tongues):
    concepts = lexicon.meaning(phrase)
    second = [concept for concept in lexicon.readings.get(phrase, ()) if concept not in concepts]
    if not concepts:
        concepts, second = tuple(second), []
    if not concepts and len(phrase) == 1 and not lexicon.is_weak(phrase):
        second = lexicon.family(phrase[0])
    return Term(
        words=phrase,
        phrases=_phrases(phrase, concepts, lexicon),
        concepts=concepts,
        said=" ".join(lexicon.shown.get(word, word) for word in phrase),
        second=tuple(second),
        lifts=_lifts(phrase, concepts, lexicon, tongues),
        hints=tuple(
            (word,)
            for word in dict.fromkeys(phrase)
            if len(phrase) > 1 and word not in lexicon.weak
        ),
    )


def _phrases(phrase, concepts, lexicon):
    told = [concept for concept in concepts if concept.kind == TOLD_RATHER_THAN_TICKED]
    names = [
        name
        for concept in told
        for name in lexicon.names[concept]
        if len(name) > 1 and not lexicon.is_weak(name)
    ]
    return tuple(dict.fromkeys([phrase, *lexicon.variants.get(phrase, ()), *names]))[:MOST_PHRASES]


def _lifts(phrase, concepts, lexicon, tongues):
    """What parts of the phrase mean, and the language it was asked in: "hora del cuento" favours Spanish speakers."""
    inner = [
        concept
        for length in range(1, len(phrase))
        for at in range(len(phrase) - length + 1)
        for concept in lexicon.meaning(phrase[at : at + length])
    ]
    given_in = lexicon.tongues.get(phrase, {None})
    spoken = tongues if given_in & {None, "en"} else tongues | given_in
    asked_in = [Concept("language", code) for code in sorted(spoken)]
    return tuple(
        dict.fromkeys(concept for concept in [*inner, *asked_in] if concept not in concepts)
    )


def _pairs(words, lexicon):
    """Neighbours such as "new mexico" or "maple hollow", looked for together in names and places."""
    pairs = pairwise(words)
    return tuple(dict.fromkeys(pair for pair in pairs if not lexicon.is_weak(pair)))[:MOST_TERMS]
