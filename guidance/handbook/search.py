"""Searching the handbook: all words have to be there; a passage shows where."""

import re
import unicodedata
from dataclasses import dataclass

from guidance.handbook.chapters import Chapter
from mentoring.lib.text import one_line

LONGEST_QUERY, MOST_WORDS, AROUND = 100, 8, 90
MARKS = re.compile(r"^#+ |^> |^\d+\. |^- |\*\*|\]\([^)]*\)|\[", re.MULTILINE)


@dataclass(frozen=True)
class Hit:
    """A chapter in which the words are, and where the first of them stands."""

    chapter: Chapter
    passage: str


def search(chapters, query):
    """Hits in the order of the chapters, those with a word in the title first."""
    words = _folded(query[:LONGEST_QUERY]).split()[:MOST_WORDS]
    if not words:
        return []
    hits = [(chapter, _plain(chapter)) for chapter in chapters]
    hits = [(chapter, text) for chapter, text in hits if _has_all(text, chapter.title, words)]
    hits.sort(key=lambda hit: not any(word in _folded(hit[0].title) for word in words))
    return [Hit(chapter, _passage(text, words)) for chapter, text in hits]


def _has_all(text, title, words):
    folded = _folded(f"{title} {text}")
    return all(word in folded for word in words)


def _plain(chapter):
    """The text without the marks of Markdown."""
    return one_line(MARKS.sub("", f"{chapter.summary}\n{chapter.body}"))


def _folded(text):
    """Small letters without accents, a character for a character."""
    return "".join(_bare(character) for character in text.casefold())


def _bare(character):
    return unicodedata.normalize("NFD", character)[0]


def _passage(text, words):
    folded = _folded(text)
    places = [place for word in words if (place := folded.find(word)) >= 0]
    start = max(0, min(places, default=0) - AROUND)
    end = min(len(text), start + 2 * AROUND)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    stop = text.find(" ", end)
    end = len(text) if stop < 0 else stop
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"
