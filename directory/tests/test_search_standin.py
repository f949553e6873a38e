"""A stand-in for the database engine: the invented mentors in memory, asked the way SQLite and PostgreSQL are."""

import json
from functools import cache
from pathlib import Path

from directory.search.edit_distance import Shelves
from directory.search.entries import entries_of
from directory.search.fold import tokens
from directory.search.lexicon import Lexicon
from directory.search.query_parser import understand
from directory.search.ranking import phrases_of, rank
from profiles.vocabulary import DATA as VOCABULARY

DATA = VOCABULARY.parent
OURS = Path(__file__).parent / "data"
ALIASES = {"GB": ["UK", "Great Britain", "England", "Scotland", "Wales"], "US": ["USA", "America"]}
LISTED = {
    "helps_with": "helps_with",
    "qualification": "qualifications",
    "language": "languages",
    "style": "styles",
    "format": "formats",
    "role": "mentor_roles",
}
SINGLE = ("library_type", "library_size", "career_stage", "country")


def read(folder, name):
    return json.loads((folder / name).read_text(encoding="utf-8"))


@cache
def lexicon():
    everyone = samples() + others()
    countries = {
        m["country"]: [m["country_name"], *ALIASES.get(m["country"], [])] for m in everyone
    }
    vocabulary = read(DATA, "vocabulary.json")
    return Lexicon.build(entries_of(vocabulary, countries.items()), vocabulary["search_help"])


@cache
def samples():
    return read(DATA, "sample_mentors.json")["mentors"]


@cache
def others():
    return read(OURS, "search_mentors.json")["mentors"]


def texts(mentor):
    return {
        "name": mentor["name"],
        "headline": " ".join((mentor["job_title"], mentor["employer"], mentor["ask_me_about"])),
        "place": " ".join((mentor["city"], mentor["region"], mentor["country_name"])),
        "bio": mentor["bio"],
    }


@cache
def stored(text):
    return f" {' '.join(tokens(text))} "


class StandIn:
    """Answers what the engine answers: which mentors hold a concept, and which text holds a phrase."""

    def __init__(self, mentors):
        self.mentors = {mentor["name"]: mentor for mentor in mentors}
        self.texts = {
            name: {field: stored(text) for field, text in texts(mentor).items()}
            for name, mentor in self.mentors.items()
        }
        self.words = {
            word
            for fields in self.texts.values()
            for text in fields.values()
            for word in text.split()
        }
        self.shelves = Shelves(self.words)

    def near(self, words):
        return {word: list(self.shelves.near(word)) for word in words}

    def has(self, words):
        return words & self.words

    def having(self, kind, slug):
        return {name for name, mentor in self.mentors.items() if slug in values(mentor, kind)}

    def areas(self, slug):
        for name, mentor in self.mentors.items():
            if slug in mentor["areas_of_practice"]:
                yield name, mentor["areas_of_practice"].index(slug)

    def found(self, phrases):
        return {phrase: self._places(f" {' '.join(phrase)} ") for phrase in phrases}

    def _places(self, phrase):
        places = {}
        for name, fields in self.texts.items():
            for field, text in fields.items():
                if phrase in text:
                    places.setdefault(field, set()).add(name)
        return places

    def standing(self, name):
        return (self.mentors[name]["availability"]["status"] != "open", name)

    def search(self, query, words=None):
        reading = understand(query, words or lexicon(), self)
        return rank(reading, self, self.found(phrases_of(reading)), self.standing)


def values(mentor, kind):
    if kind in SINGLE:
        return [mentor.get(kind)]
    if kind == "window":
        return mentor["availability"]["windows"]
    return mentor[LISTED[kind]]


def keeps(mentor, filters):
    """Whether every filter holds; flexible time matches every window."""
    status = mentor["availability"]["status"]
    if status == "away" or (filters.get("accepting") and status == "full"):
        return False
    return all(_holds(mentor, key, wanted) for key, wanted in filters.items() if key != "accepting")


def _holds(mentor, key, wanted):
    held = mentor["areas_of_practice"] if key == "area" else values(mentor, key)
    return bool(set(wanted) & set(held)) or (key == "window" and "flexible" in held)


def names_found(mentors, query, filters=None):
    """The names on the browse page, best first; without a query, in the order of standing."""
    shown = StandIn([mentor for mentor in mentors if keeps(mentor, filters or {})])
    if not query:
        return sorted(shown.mentors, key=shown.standing)
    return [name for name, _ in shown.search(query)]


def test_the_stand_in_leaves_out_mentors_who_are_away():
    assert "Arjun Mehrotra" not in names_found(samples(), "research data")


def test_the_stand_in_finds_phrases_not_pieces_of_words():
    places = StandIn(samples()).found({("ill",), ("ai",)})

    assert places[("ill",)] == {"headline": {"Winnifred Puddister"}, "bio": {"Latoya Frierson"}}
    assert places[("ai",)]["bio"] == {"Ximena Orozco-Hart"}
