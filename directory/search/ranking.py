"""Who answers a query best. Pure counting: the same ids from any database give the same order.

A mentor's score is about 0 to 1 for each term of the query. What is chosen weighs as declared in
`directory.facets`; what is written weighs by where it stands.
"""

from collections import Counter
from itertools import chain

from directory.facets import BY_KIND

FIELDS = ("name", "headline", "place", "bio")

AREAS = (1.0, 0.95, 0.9, 0.85, 0.8)  # an area, by its position in the mentor's own order
NAME = 0.95
TEXTS = {"headline": 0.5, "place": 0.4, "bio": 0.2}

OTHER_WORDING = 0.8  # share of a text's weight: a synonym counts, but the word itself counts more
SECOND_READING = 0.85  # share of a choice's weight, where the words mean something else first
REPEATED = 0.15  # share of each further find of one term: two terms found once beat one found twice
# What only orders those who match already. None may lift a weak match over a strong one, so all are
# smaller than the steps between the weights above, but for a language, which decides who can talk at all.
PART_OF_PHRASE = 0.12  # the mentor has a choice that a part of the phrase means
LANGUAGE_OF_QUERY = 0.3  # the mentor speaks the language of the query
WORD_IN_HEADLINE = 0.08  # one word of a phrase stands in the headline
PLACE_OR_FULL_NAME = 0.6  # two neighbouring words stand together in a name or a place: nearly an answer
TIE = 0.001  # puts a namesake just behind the first who does the work


def phrases_of(query):
    """Every phrase the engine has to look up before rank can be asked."""
    phrases = set(query.pairs)
    for term in query.terms:
        phrases.update(term.phrases, term.hints)
    return phrases


def rank(query, facets, matches):
    """(id, score) of everyone who answers a ParsedQuery, best first; equals in the order of their rank key.

    `facets` is one of `facet_sources`; `matches` are {phrase: {field: ids}}, as the engine finds them.
    """
    evidence = [_evidence_for(term, facets, matches) for term in query.terms]
    totals = _sum([one.scores for one in evidence])
    if len(evidence) > 1:
        totals = {pk: totals[pk] for pk in _answering(evidence)}
    for weight, ids in _raises(query, facets, matches):
        for pk in ids:
            if pk in totals:
                totals[pk] += weight
    return _in_order(totals, facets.rank_key)


class _Evidence:
    """Whom one term finds, with what score, and how good the evidence is."""

    def __init__(self):
        self.layers = []  # (weight, ids)
        self.hard = []  # sets of ids that answer the whole query by this term
        self.firm = []  # sets of ids found elsewhere than in a bio
        self.scores = {}

    def add(self, weight, ids, kept_in=None):
        """Count these ids, and keep them in `hard` or `firm`, if one is given."""
        ids = ids if isinstance(ids, (set, frozenset)) else set(ids)
        if ids:
            self.layers.append((weight, ids))
            if kept_in is not None:
                kept_in.append(ids)

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


def _evidence_for(term, facets, matches):
    evidence = _Evidence()
    _add_concepts(evidence, term.concepts, facets, 1)
    _add_concepts(evidence, term.second_concepts, facets, SECOND_READING)
    _add_texts(evidence, term, matches)
    evidence.settle()
    _add_names(evidence, term, matches)
    return evidence


def _add_concepts(evidence, concepts, facets, share):
    by_position = [set() for _ in AREAS]
    for concept in concepts:
        if concept.kind == "area":
            for pk, position in facets.areas(concept.slug):
                by_position[position].add(pk)
        else:
            facet = BY_KIND[concept.kind]
            kept_in = evidence.hard if facet.answers else evidence.firm
            evidence.add(facet.weight * share, facets.having(concept.kind, concept.slug), kept_in)
    counted = set()
    for weight, ids in zip(AREAS, by_position, strict=True):
        evidence.add(weight * share, ids - counted, evidence.hard)
        counted |= ids


def _add_texts(evidence, term, matches):
    """A phrase and its other wordings count once for each field, at the better weight."""
    for field, weight in TEXTS.items():
        kept_in = None if field == "bio" else evidence.firm
        literal = set(matches.get(term.words, {}).get(field, ()))
        others = set(chain.from_iterable(matches.get(phrase, {}).get(field, ()) for phrase in term.phrases))
        evidence.add(weight, literal, kept_in)
        evidence.add(weight * OTHER_WORDING, others - literal, kept_in)


def _add_names(evidence, term, matches):
    """A name spelled like a meaning (Alma, Marc) is as good an answer as the meaning, but never the first."""
    named = set(matches.get(term.words, {}).get("name", ()))
    meant = term.concepts or term.second_concepts
    weight = max(evidence.scores.values(), default=NAME + TIE) - TIE if meant else NAME
    for pk in named:
        evidence.scores[pk] = max(weight, evidence.scores.get(pk, 0))
    evidence.firm.append(named)


def _answering(evidence):
    """Hard evidence for one term is enough; a name or a headline for half of them; a bio has to tell of all."""
    hard = set().union(*chain.from_iterable(one.hard for one in evidence))
    terms_found = Counter(chain.from_iterable(one.scores.keys() - hard for one in evidence))
    firm = set().union(*chain.from_iterable(one.firm for one in evidence))
    loose = {
        pk
        for pk, terms in terms_found.items()
        if terms == len(evidence) or (pk in firm and terms * 2 >= len(evidence))
    }
    return hard | loose


def _sum(scores):
    totals = dict(scores[0]) if scores else {}
    for more in scores[1:]:
        for pk, score in more.items():
            totals[pk] = totals.get(pk, 0) + score
    return totals


def _raises(query, facets, matches):
    """(weight, ids) of what never makes a match but orders those there are."""
    for term in query.terms:
        for concept in term.lifts:
            weight = LANGUAGE_OF_QUERY if concept.kind == "language" else PART_OF_PHRASE
            yield weight, _having(concept, facets)
        for hint in term.hints:
            yield WORD_IN_HEADLINE, matches.get(hint, {}).get("headline", ())
    for pair in query.pairs:
        for field in ("name", "place"):
            yield PLACE_OR_FULL_NAME, matches.get(pair, {}).get(field, ())


def _having(concept, facets):
    if concept.kind == "area":
        return (pk for pk, _position in facets.areas(concept.slug))
    return facets.having(concept.kind, concept.slug)


def _in_order(totals, rank_key):
    """Few scores are different, so ids are put in order within each score."""
    rounded = {score: round(score, 6) for score in set(totals.values())}  # sums in another order are equal
    same = {score: [] for score in rounded.values()}
    for pk, score in totals.items():
        same[rounded[score]].append(pk)
    return [(pk, score) for score in sorted(same, reverse=True) for pk in sorted(same[score], key=rank_key)]
