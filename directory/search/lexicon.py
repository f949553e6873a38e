"""What the words of the vocabulary mean: phrases and the areas, places and stages they stand for."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from directory.search.edit_distance import WordBuckets
from directory.search.fold import fold, lemma, tokens
from directory.search.stemming import stem
from directory.search.stop_words import STOP_WORDS

JOINTS = re.compile(r", | or | & | and ")
LONGEST_PHRASE = 8


@dataclass(frozen=True)
class Concept:
    """Something a mentor can be listed under, such as area / cataloging-metadata or country / KE."""

    kind: str
    slug: str


@dataclass
class Lexicon:
    """Every phrase the vocabulary knows. Built once, then only read."""

    phrases: dict = field(default_factory=dict)  # tuple of words -> concepts, in the order given
    names: dict = field(default_factory=dict)  # concept -> its phrases
    languages: dict = field(default_factory=dict)  # phrase -> codes of the languages it was given in
    readings: dict = field(default_factory=dict)  # ambiguous phrase -> areas, first reading first
    variants: dict = field(default_factory=dict)  # phrase -> other wordings of the same thing
    misspellings: dict = field(default_factory=dict)  # phrase as mistyped -> as meant
    stems: dict = field(default_factory=dict)  # stem of a word -> concepts of its family
    area_stems: dict = field(default_factory=dict)  # stem -> slugs of the areas that use it
    neighbours: set = field(default_factory=set)  # every two neighbours within a phrase
    weak_words: frozenset = frozenset()
    words: set = field(default_factory=set)
    labels: dict = field(default_factory=dict)  # concept -> its first name
    spelled: dict = field(default_factory=dict)  # word as stored -> word as a reader would spell it
    buckets: WordBuckets = field(default_factory=WordBuckets)

    @classmethod
    def build(cls, entries, help):
        """Learn entries of (kind, slug, names, language of these names); `help` is `search_help` of the vocabulary."""
        lexicon = cls(weak_words=frozenset(tokens(" ".join(help["weak_words"]))) | STOP_WORDS)
        for kind, slug, names, language in entries:
            lexicon._learn(Concept(kind, slug), names, language)
        lexicon._learn_halves()
        lexicon._learn_bare_words()
        lexicon._learn_help(help)
        lexicon._learn_stems()
        lexicon.buckets = WordBuckets(lexicon.words)
        return lexicon

    def meaning(self, phrase):
        """The concepts a phrase stands for, none if it is unknown or says nothing on its own."""
        concepts = tuple(self.phrases.get(phrase, ()))
        # "Only librarian" is two words that weigh nothing, but names an area; "how to" stays nothing.
        says = not self.is_weak(phrase) or (len(phrase) > 1 and any(c.kind == "area" for c in concepts))
        return concepts if says else ()

    def is_weak(self, phrase):
        """Whether every word of it weighs nothing."""
        return all(word in self.weak_words for word in phrase)

    def family(self, word):
        """Concepts of a word's relations: supervise stands near supervisor."""
        return tuple(self.stems.get(stem(word), ()))

    def near(self, word):
        """Vocabulary words worth comparing with a mistyped one."""
        return self.buckets.near(word)

    def nearest_areas(self, query, limit=5):
        """Areas to offer when nobody matches: those that share the most, and the rarest, words with the query."""
        scores = {}
        for word in set(tokens(query[:200])) - self.weak_words:
            areas = self.area_stems.get(stem(word), ())
            for slug in areas:
                scores[slug] = scores.get(slug, 0) + 1 / len(areas)
        return sorted(scores, key=lambda slug: (-scores[slug], slug))[:limit]

    def _learn(self, concept, names, language):
        self.labels.setdefault(concept, names[0] if names else "")
        for name in names:
            for part in _with_brackets_apart(name):
                self._add(tuple(tokens(part)), concept, language)
                self._show(part)

    def _learn_halves(self):
        """Halves of a label: "Manager or team leader" is found by either, "data" by every area that deals in data."""
        areas = {concept: tokens(label) for concept, label in self.labels.items() if concept.kind == "area"}
        for concept, label in self.labels.items():
            for half in map(tuple, map(tokens, _halves(concept.kind, label))):
                # A word the vocabulary lists itself, such as preservation, keeps the meaning it was given there.
                alone = concept.kind == "area" and len(half) == 1 and half not in self.phrases
                sharing = [area for area, words in areas.items() if half[0] in words] if alone else []
                for each in [concept, *sharing]:
                    self._add_half(half, each)

    def _add_half(self, half, concept):
        # The first half of "Teaching or liberal arts college library" is already an area, and means that.
        if concept.kind != "library_type" or half not in self.phrases:
            self._add(half, concept, "en")

    def _add(self, phrase, concept, language=None):
        if not phrase or len(phrase) > LONGEST_PHRASE:
            return
        concepts = self.phrases.setdefault(phrase, [])
        if concept not in concepts:
            concepts.append(concept)
            self.names.setdefault(concept, []).append(phrase)
        self.languages.setdefault(phrase, set()).add(language)
        self.neighbours.update(pairwise(phrase))

    def _show(self, text):
        self.words.update(tokens(text))
        for word in fold(text).split():
            self.spelled.setdefault(lemma(word), word)

    def _learn_bare_words(self):
        """Where both "law librarian" and "law library" name an area, "law" does too; so does "school" a type."""
        for phrase, concepts in list(self.phrases.items()):
            if len(phrase) != 2 or phrase[1] != "librarian":
                continue
            also = self.phrases.get((phrase[0], "library"), ())
            for concept in concepts:
                if concept.kind == "area" and concept in also:
                    self._add(phrase[:1], concept)

    def _learn_help(self, help):
        for typed, meant in help["common_misspellings"].items():
            self.misspellings[tuple(tokens(typed))] = tuple(tokens(meant))
            self._show(meant)
        for group in [*help["wording_variants"], *help["spelling_variants"]]:
            self._learn_wordings(list(dict.fromkeys(tuple(tokens(wording)) for wording in group)))
        for entry in help["ambiguous_terms"]:
            areas = [reading["area"] for reading in entry["readings"] if "area" in reading]
            self.readings[tuple(tokens(entry["term"]))] = [Concept("area", area) for area in areas]

    def _learn_wordings(self, wordings):
        shared = [concept for wording in wordings for concept in self.phrases.get(wording, ())]
        for wording in wordings:
            others = [other for other in wordings if other != wording]
            self.variants[wording] = self.variants.get(wording, []) + others
            self.words.update(wording)
            if wording not in self.phrases:
                for concept in shared:
                    self._add(wording, concept)

    def _learn_stems(self):
        for phrase, concepts in self.phrases.items():
            if len(phrase) == 1 and phrase[0] not in self.weak_words:
                known = self.stems.setdefault(stem(phrase[0]), [])
                known += [concept for concept in concepts if concept not in known]
            areas = {concept.slug for concept in concepts if concept.kind == "area"}
            for word in phrase:
                self.area_stems.setdefault(stem(word), set()).update(areas)


def _with_brackets_apart(name):
    """A name, and for "Chartership (MCLIP)" also what stands before and within the brackets."""
    if " (" not in name:
        return [name]
    before, within = name.split(" (", 1)
    return [name, before, within.rstrip(")")]


def _halves(kind, label):
    if kind in ("area", "career_stage"):
        return JOINTS.split(label)
    if kind == "library_type" and label.endswith(" library"):
        return JOINTS.split(label.removesuffix(" library"))[:1]
    return []
