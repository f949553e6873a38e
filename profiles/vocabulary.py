"""The vocabulary in memory: read once a process, read again when a coordinator has changed it."""

import json
import time
from functools import cache
from pathlib import Path

from django.db import transaction
from django.db.models import F
from django.utils.translation import get_language

from profiles.models import Term, TermLabel, VocabularyVersion
from profiles.models.vocabulary import TermKind

DATA = Path(__file__).parent / "data" / "vocabulary.json"
LOOK_AGAIN_SECONDS = 5
FILE_LANGUAGES = {"uk": "en-gb"}  # the file says `label_uk` for British spelling
SECTIONS = {  # of the file, where they are not called like the kind: `language` is in `languages`
    TermKind.AREA: "areas_of_practice",
    TermKind.HELPS_WITH: "seeking",
    TermKind.ROLE: "mentor_roles",
    TermKind.STYLE: "mentoring_styles",
    TermKind.WINDOW: "availability_windows",
}


@cache
def shipped():
    """The vocabulary file the programme ships with."""
    return json.loads(DATA.read_text(encoding="utf-8"))


def shipped_terms(kind):
    """The entries of one kind, in their order."""
    return shipped()[SECTIONS.get(kind, f"{kind.value}s")]


@transaction.atomic
def load():
    """Add the shipped terms that are missing. What coordinators have edited stays. Returns how many."""
    known = set(Term.objects.values_list("kind", "slug"))
    missing = [
        (_term(kind, position, entry), entry)
        for kind in TermKind
        for position, entry in enumerate(shipped_terms(kind))
        if (kind.value, _slug(entry)) not in known
    ]
    Term.objects.bulk_create([term for term, _entry in missing])
    TermLabel.objects.bulk_create([label for term, entry in missing for label in _labels(term, entry)])
    return len(missing)


def _slug(entry):
    return entry.get("slug") or entry["code"]


def _term(kind, position, entry):
    term = Term(kind=kind.value, slug=_slug(entry), position=position)
    for name in ("label", "description", "group", "related"):
        if entry.get(name):
            setattr(term, name, entry[name])
    term.synonyms = "\n".join([*entry.get("synonyms", []), *filter(None, [entry.get("endonym")])])
    return term


def _labels(term, entry):
    """A row for each `label_<language>` or `synonyms_<language>` of an entry of the file."""
    endings = {name.partition("_")[2] for name in entry if name.startswith(("label_", "synonyms_"))}
    for ending in sorted(endings):
        label, synonyms = entry.get(f"label_{ending}") or "", entry.get(f"synonyms_{ending}", [])
        if label or synonyms:
            language = FILE_LANGUAGES.get(ending, ending.replace("_", "-"))
            yield TermLabel(term=term, language=language, label=label, synonyms="\n".join(synonyms))


class Words:
    """All terms, by kind and slug, as they were at one version."""

    def __init__(self, version, terms):
        self.version = version
        self.by_kind = {kind.value: {} for kind in TermKind}
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
            _kept = Words(version, Term.objects.prefetch_related("labels"))
        _looked_at = time.monotonic()
    return _kept


def forget(at_first=None):
    """Look again at the next call: somebody in this process has changed a word.

    `at_first` are Words to keep if they are of the version that is found then.
    """
    global _kept, _looked_at
    _kept, _looked_at = at_first, 0.0


def changed():
    """Tell every process that a word was edited."""
    VocabularyVersion.objects.update(version=F("version") + 1)
    forget()
