"""What a reader means: a line of words becomes terms, each with its phrases and its meanings."""

import re
from dataclasses import dataclass
from itertools import pairwise

from directory.search.fold import tokens
from directory.search.lexicon import LONGEST_PHRASE, Concept
from directory.search.spelling import corrected
from directory.search.stop_words import language_of
from directory.search.unspaced import is_unspaced, split_runs

LONGEST_QUERY = 200
MOST_TERMS = 12
MOST_PHRASES = 12
QUOTED = re.compile(r'"([^"]*)"|“([^”]*)”|«([^»]*)»')
# Of these, other names are worth looking for in a bio: few people tick "no degree", many say it.
WRITTEN_RATHER_THAN_CHOSEN = "qualification"


@dataclass(frozen=True)
class QueryTerm:
    """One thing asked for: words, the phrases to look for in texts, and what the words stand for."""

    words: tuple
    phrases: tuple  # the words first, then their other wordings
    concepts: tuple
    second_concepts: tuple = ()  # further readings: good, but not the first thing meant
    lifts: tuple = ()  # never a match by themselves; they raise one
    hints: tuple = ()  # phrases of one word whose place in a headline raises a match


@dataclass(frozen=True)
class ParsedQuery:
    """The terms in the order typed, the spelling put right, and neighbours that may be one name or place."""

    terms: tuple
    corrections: tuple
    pairs: tuple = ()


def parse_query(query, lexicon, written):
    """Read a query of any kind; an odd or an empty one gives few or no terms, never an error.

    `written` knows the words that stand in mentors' texts: see `WrittenWords`.
    """
    query = query[:LONGEST_QUERY]
    phrases, corrections, words = [], [], []
    for text, is_quoted in _pieces(query):
        if is_quoted:
            phrases.append(tuple(tokens(text)))
            continue
        text, runs = split_runs(text)
        read, changed = corrected(tokens(text), text, lexicon, written)
        corrections += changed
        words += read
        phrases += _segments(read, lexicon)
        phrases += [phrase for run in runs for phrase in _phrases_of_run(run, lexicon)]
    kept = _without_weak([phrase for phrase in phrases if phrase], lexicon)[:MOST_TERMS]
    asked_in = {language_of(word) for word in words} - {None}
    terms = tuple(_term(phrase, lexicon, asked_in) for phrase in kept)
    return ParsedQuery(terms, tuple(dict.fromkeys(corrections)), _pairs(words, lexicon))


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


def _phrases_of_run(run, lexicon):
    """A run of letters without spaces: the vocabulary's words in it, and what is left between them in one piece."""
    phrases = []
    for phrase in _segments(tokens(run), lexicon):
        if phrases and len(phrase) == 1 and not lexicon.meaning(phrases[-1]):
            phrases[-1] += phrase
        else:
            phrases.append(phrase)
    return phrases


def _without_weak(phrases, lexicon):
    strong = [phrase for phrase in phrases if not lexicon.is_weak(phrase)]
    return list(dict.fromkeys(strong or phrases))


def _term(phrase, lexicon, asked_in):
    concepts = lexicon.meaning(phrase)
    second = [concept for concept in lexicon.readings.get(phrase, ()) if concept not in concepts]
    if not concepts:
        concepts, second = tuple(second), []
    if not concepts and len(phrase) == 1 and not lexicon.is_weak(phrase):
        second = lexicon.family(phrase[0])
    return QueryTerm(
        words=phrase,
        phrases=_phrases(phrase, concepts, lexicon),
        concepts=concepts,
        second_concepts=tuple(second),
        lifts=_lifts(phrase, concepts, lexicon, asked_in),
        hints=tuple(
            (word,)
            for word in dict.fromkeys(phrase)
            if len(phrase) > 1 and word not in lexicon.weak_words and not is_unspaced(word)
        ),
    )


def _phrases(phrase, concepts, lexicon):
    written = [concept for concept in concepts if concept.kind == WRITTEN_RATHER_THAN_CHOSEN]
    names = [
        name
        for concept in written
        for name in lexicon.names[concept]
        if len(name) > 1 and not lexicon.is_weak(name)
    ]
    return tuple(dict.fromkeys([phrase, *lexicon.variants.get(phrase, ()), *names]))[:MOST_PHRASES]


def _lifts(phrase, concepts, lexicon, asked_in):
    """What parts of the phrase mean, and the language it was asked in: "hora del cuento" favours Spanish speakers."""
    inner = [
        concept
        for length in range(1, len(phrase))
        for at in range(len(phrase) - length + 1)
        for concept in lexicon.meaning(phrase[at : at + length])
    ]
    given_in = lexicon.languages.get(phrase, {None})
    spoken = asked_in if given_in & {None, "en"} else asked_in | given_in
    favoured = [*inner, *(Concept("language", code) for code in sorted(spoken))]
    return tuple(dict.fromkeys(concept for concept in favoured if concept not in concepts))


def _pairs(words, lexicon):
    """Neighbours such as "new mexico" or "maple hollow", looked for together in names and places."""
    pairs = pairwise(words)
    return tuple(dict.fromkeys(pair for pair in pairs if not lexicon.is_weak(pair)))[:MOST_TERMS]
