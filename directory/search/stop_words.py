"""Words too common to tell one mentor from another, beside those the vocabulary lists.

A language is a file in `stop_word_lists`: its `stop_words`, folded; and of these the `telling` ones,
which give the language away. They leave out what is at home in place names (Los Angeles, El Paso) or
in more than one language.
"""

import json
from pathlib import Path

from directory.search.fold import tokens

LISTS = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "stop_word_lists").glob("*.json"))
}
# Inside a phrase of the vocabulary, as in "under fives", they are kept.
STOP_WORDS = frozenset(tokens(" ".join(words["stop_words"] for words in LISTS.values())))
TELLING = {language: frozenset(words["telling"].split()) for language, words in LISTS.items()}


def language_of(word):
    """The code of the language a stop word gives away, None where it gives nothing away."""
    return next((language for language, words in TELLING.items() if word in words), None)
