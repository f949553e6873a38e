"""The vocabulary in memory: read once a process, read again when a coordinator has changed it."""

import json
import time
from functools import cache
from pathlib import Path

from django.db.models import F
from django.utils.translation import get_language

from profiles.models import Term, VocabularyVersion
from profiles.models.vocabulary import Kind

DATA = Path(__file__).parent / "data" / "vocabulary.json"
LOOK_AGAIN_SECONDS = 5
SOURCES = {
    Kind.AREA: "areas_of_practice", Kind.GROUP: "groups", Kind.LIBRARY_TYPE: "library_types",
    Kind.LIBRARY_SIZE: "library_sizes", Kind.CAREER_STAGE: "career_stages",
    Kind.QUALIFICATION: "qualifications", Kind.HELPS_WITH: "seeking", Kind.ROLE: "mentor_roles",
    Kind.STYLE: "mentoring_styles", Kind.FORMAT: "formats", Kind.LANGUAGE: "languages",
    Kind.WINDOW: "availability_windows", Kind.DECLINE_REASON: "decline_reasons",
}  # fmt: skip


@cache
def shipped():
    """The vocabulary file the programme ships with."""
    return json.loads(DATA.read_text(encoding="utf-8"))


def load(model=Term):
    """Add the shipped words that are missing. What coordinators have edited stays. Returns how many."""
    known = set(model.objects.values_list("kind", "slug"))
    rows = [
        _row(model, kind, place, entry)
        for kind, source in SOURCES.items()
        for place, entry in enumerate(shipped()[source])
        if (kind.value, _slug(entry)) not in known
    ]
    model.objects.bulk_create(rows)
    return len(rows)


def _slug(entry):
    return entry.get("slug") or entry["code"]


def _row(model, kind, place, entry):
    copied = ("label", "label_uk", "label_es", "label_fr", "description", "group", "related")
    lists = ("synonyms", "synonyms_es", "synonyms_fr")
    own_name = [entry["endonym"]] if entry.get("endonym") else []
    row = model(kind=kind.value, slug=_slug(entry), position=place)
    for name in copied:
        if entry.get(name):
            setattr(row, name, entry[name])
    for name in lists:
        setattr(row, name, "\n".join(entry.get(name, [])))
    row.synonyms = "\n".join(filter(None, [row.synonyms, *own_name]))
    return row


class Words:
    """All terms, by kind and slug, as they were at one version."""

    def __init__(self, version, terms):
        self.version = version
        self.by_kind = {kind.value: {} for kind in Kind}
        for term in terms:
            self.by_kind[term.kind][term.slug] = term
        self._labels = {}

    def get(self, kind, slug):
        """The term, retired or not; None if there never was one."""
        return self.by_kind[kind].get(slug)

    def labels(self, kind):
        """{slug: label} in the language of the page, retired terms included."""
        key = kind, get_language()
        if key not in self._labels:
            self._labels[key] = {slug: term.name for slug, term in self.by_kind[kind].items()}
        return self._labels[key]

    def name(self, kind, slug):
        """Its label in the language of the page; the slug itself if nobody knows it."""
        return self.labels(kind).get(slug, slug)

    def offered(self, kind):
        """The terms one may choose today, in their order."""
        return [term for term in self.by_kind[kind].values() if not term.retired]

    def choices(self, kind):
        """(slug, label) of the terms on offer."""
        return [(term.slug, term.name) for term in self.offered(kind)]


_kept = None
_looked_at = 0.0


def words():
    """The vocabulary, at most a few seconds old."""
    global _kept, _looked_at
    if _kept is None or time.monotonic() - _looked_at > LOOK_AGAIN_SECONDS:
        version = VocabularyVersion.objects.values_list("version", flat=True).first() or 0
        if _kept is None or _kept.version != version:
            _kept = Words(version, Term.objects.all())
        _looked_at = time.monotonic()
    return _kept


def forget():
    """Read again at the next call: somebody in this process has changed a word."""
    global _kept
    _kept = None


def changed():
    """Tell every process that a word was edited."""
    VocabularyVersion.objects.update(version=F("version") + 1)
    forget()
