"""Who answers a reading best. Pure counting: the same ids from any database give the same order."""

from collections import Counter
from itertools import chain

FIELDS = ("name", "headline", "place", "bio")

AREA = (1.0, 0.95, 0.9, 0.85, 0.8)
# Hard kinds answer a question by themselves; the rest say how or with what, and only help to choose.
HARD = {
    "country": 0.8,
    "helps_with": 0.75,
    "language": 0.75,
    "career_stage": 0.7,
    "library_type": 0.7,
}
SOFT = {
    "qualification": 0.55,
    "library_size": 0.5,
    "role": 0.2,
    "style": 0.2,
    "format": 0.15,
    "window": 0.15,
}
KINDS = HARD | SOFT
TEXT = {"headline": 0.5, "place": 0.4, "bio": 0.2}
NAME = 0.95

OTHER_WORDING = 0.8
SECOND_READING = 0.85
REPEATED = 0.15
LIFT = 0.12
LIFT_LANGUAGE = 0.3
HINT = 0.08
TOGETHER = 0.6
HAIR = 0.001


def phrases_of(reading):
    """Every phrase the engine has to look up before rank can be asked."""
    asked = set(reading.pairs)
    for term in reading.terms:
        asked.update(term.phrases, term.hints)
    return asked


def rank(reading, shelf, found, standing):
    """(id, score) of everyone who answers the reading, best first; equals stand in the order of standing."""
    hits = [_hits_of(term, shelf, found) for term in reading.terms]
    totals = _sum([hit.scores for hit in hits])
    if len(hits) > 1:
        totals = {pk: totals[pk] for pk in _matching(hits)}
    for weight, ids in _raises(reading, shelf, found):
        for pk in ids:
            if pk in totals:
                totals[pk] += weight
    return _in_order(totals, standing)


class _Hits:
    """The ids one term finds: their scores, and how good the evidence is."""

    def __init__(self):
        self.layers = []  # (weight, ids)
        self.hard = []  # sets of ids
        self.firm = []
        self.scores = {}

    def add(self, weight, ids, evidence=None):
        ids = ids if isinstance(ids, (set, frozenset)) else set(ids)
        if ids:
            self.layers.append((weight, ids))
            if evidence is not None:
                evidence.append(ids)

    def settle(self):
        """Best layer in full, each further one a little: a second strong term is worth more than a repeat."""
        scores = {}
        for weight, ids in sorted(self.layers, key=lambda layer: -layer[0]):
            if not scores:
                scores = dict.fromkeys(ids, weight)
                continue
            again = ids & scores.keys()
            for pk in again:
                scores[pk] += weight * REPEATED
            scores.update(dict.fromkeys(ids - again, weight))
        self.scores = scores


def _hits_of(term, shelf, found):
    hits = _Hits()
    _add_concepts(hits, term.concepts, shelf, 1)
    _add_concepts(hits, term.second, shelf, SECOND_READING)
    _add_texts(hits, term, found)
    hits.settle()
    _add_names(hits, term, found)
    return hits


def _add_concepts(hits, concepts, shelf, share):
    by_place = [set() for _ in AREA]
    for concept in concepts:
        if concept.kind == "area":
            for pk, place in shelf.areas(concept.slug):
                by_place[place].add(pk)
        else:
            evidence = hits.hard if concept.kind in HARD else hits.firm
            hits.add(
                KINDS[concept.kind] * share, shelf.having(concept.kind, concept.slug), evidence
            )
    counted = set()
    for weight, ids in zip(AREA, by_place, strict=True):
        hits.add(weight * share, ids - counted, hits.hard)
        counted |= ids


def _add_texts(hits, term, found):
    """A phrase and its other wordings count once for each field, at the better weight."""
    for where, weight in TEXT.items():
        evidence = None if where == "bio" else hits.firm
        literal = set(found.get(term.words, {}).get(where, ()))
        others = set(
            chain.from_iterable(found.get(phrase, {}).get(where, ()) for phrase in term.phrases)
        )
        hits.add(weight, literal, evidence)
        hits.add(weight * OTHER_WORDING, others - literal, evidence)


def _add_names(hits, term, found):
    """A name spelled like a meaning (Alma, Marc) is as good an answer as the meaning, but never the first."""
    named = set(found.get(term.words, {}).get("name", ()))
    meant = term.concepts or term.second
    weight = max(hits.scores.values(), default=NAME + HAIR) - HAIR if meant else NAME
    for pk in named:
        hits.scores[pk] = max(weight, hits.scores.get(pk, 0))
    hits.firm.append(named)


def _matching(hits):
    """Hard evidence for one term is enough; a name or a headline for half of them; a bio has to tell of all."""
    hard = set().union(*chain.from_iterable(hit.hard for hit in hits))
    told = Counter(chain.from_iterable(hit.scores.keys() - hard for hit in hits))
    firm = set().union(*chain.from_iterable(hit.firm for hit in hits))
    loose = {
        pk
        for pk, terms in told.items()
        if terms == len(hits) or (pk in firm and terms * 2 >= len(hits))
    }
    return hard | loose


def _sum(scores):
    totals = dict(scores[0]) if scores else {}
    for more in scores[1:]:
        for pk, score in more.items():
            totals[pk] = totals.get(pk, 0) + score
    return totals


def _raises(reading, shelf, found):
    """What never makes a match but orders those there are: parts of phrases, a language, neighbouring words."""
    for term in reading.terms:
        for concept in term.lifts:
            weight = LIFT_LANGUAGE if concept.kind == "language" else LIFT
            yield weight, _listed(concept, shelf)
        for hint in term.hints:
            yield HINT, found.get(hint, {}).get("headline", ())
    for pair in reading.pairs:
        for where in ("name", "place"):
            yield TOGETHER, found.get(pair, {}).get(where, ())


def _listed(concept, shelf):
    if concept.kind == "area":
        return (pk for pk, _ in shelf.areas(concept.slug))
    return shelf.having(concept.kind, concept.slug)


def _in_order(totals, standing):
    """Few scores are different, so ids are put in order within each score."""
    scores = {
        score: round(score, 6) for score in set(totals.values())
    }  # sums made in another order are equal
    same = {score: [] for score in scores.values()}
    for pk, score in totals.items():
        same[scores[score]].append(pk)
    return [
        (pk, score)
        for score in sorted(same, reverse=True)
        for pk in sorted(same[score], key=standing)
    ]
