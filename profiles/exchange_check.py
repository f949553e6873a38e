"""Whether the words of a file can be taken in: what is wrong with each, and where."""

import re
from collections import Counter

from django.utils.translation import gettext as _

from mentoring.lib.text import SURROGATES
from profiles.models.vocabulary import SLUG, Term, TermKind

FIELDS = ("slug", "label", "description", "group", "related", "position", "retired")
KNOWN = {"kind", *FIELDS, "synonyms", "labels"}
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})?")
LONGEST_SYNONYM = 120
MOST_POSITION = 32767
MOST_WORDS = 5000


def problems_of(data, here):
    """A sentence for each problem. `here`: {(kind, slug): Term} of the words that are there."""
    if not isinstance(data, list) or not all(isinstance(entry, dict) for entry in data):
        return [_("Vocabularies: expected a list of objects.")]
    if len(data) > MOST_WORDS:
        return [_("Vocabularies: more than %(n)d words.") % {"n": MOST_WORDS}]
    shapes = [
        _at(number, entry, problem) for number, entry in enumerate(data, 1) for problem in _shapes(entry)
    ]
    return shapes or [*_twice(data), *_merged(data, here), *_clashes(data, here), *_unknown_slugs(data, here)]


def _at(number, entry, problem):
    where = {"number": number, "word": entry.get("slug"), "problem": problem}
    return _("Vocabularies, word %(number)d (%(word)s): %(problem)s") % where


def _shapes(entry):
    """What no field takes."""
    if unknown := [name for name in entry if name not in KNOWN]:
        yield _("unknown field “%s”.") % ", ".join(unknown)
    if entry.get("kind") not in TermKind.values:
        yield _("there is no such vocabulary: %s.") % entry.get("kind")
    slug = entry.get("slug")
    if not _is_text(slug, Term._meta.get_field("slug").max_length) or not SLUG.fullmatch(slug):
        yield _("the short name has to be small letters, figures and single hyphens.")
    if not _is_text(entry.get("label"), 120) or not entry["label"].strip():
        yield _("the label has to be a text of 1 to 120 characters.")
    if not _is_text(entry.get("description", ""), 300) or not _is_text(entry.get("group", ""), 60):
        yield _("description or group: expected a text that is not too long.")
    if not _are_texts(entry.get("synonyms", [])) or not _are_texts(entry.get("related", [])):
        yield _("synonyms or related: expected a list of texts.")
    position = entry.get("position", 0)
    if type(position) is not int or not 0 <= position <= MOST_POSITION:
        yield _("the position has to be a number from 0 to %(n)d.") % {"n": MOST_POSITION}
    if type(entry.get("retired", False)) is not bool:
        yield _("retired: expected true or false.")
    if not _are_labels(entry.get("labels", {})):
        yield _("labels: expected languages, each with a label and a list of synonyms.")


def _is_text(value, longest):
    lines = isinstance(value, str) and ("\n" in value or SURROGATES.search(value) or "\x00" in value)
    return isinstance(value, str) and len(value) <= longest and not lines


def _are_texts(value):
    return isinstance(value, list) and all(_is_text(one, LONGEST_SYNONYM) for one in value)


def _are_labels(value):
    return isinstance(value, dict) and all(
        LANGUAGE.fullmatch(language)
        and isinstance(label, dict)
        and label.keys() <= {"label", "synonyms"}
        and _is_text(label.get("label", ""), 120)
        and _are_texts(label.get("synonyms", []))
        for language, label in value.items()
    )


def _twice(data):
    seen = Counter((entry["kind"], entry["slug"]) for entry in data)
    for (kind, slug), times in seen.items():
        if times > 1:
            yield _("Vocabularies: “%(word)s” appears twice in %(kind)s.") % {"word": slug, "kind": kind}


def _merged(data, here):
    for entry in data:
        term = here.get((entry["kind"], entry["slug"]))
        if term and term.merged_into and not entry.get("retired"):
            words = {"word": entry["slug"], "into": term.merged_into}
            yield _("Vocabularies: “%(word)s” was merged into “%(into)s” here and cannot come back.") % words


def _clashes(data, here):
    """Two words on offer in one vocabulary that are called the same."""
    after = {(term.kind, term.slug): term.label for term in here.values() if not term.retired}
    for entry in data:
        key = entry["kind"], entry["slug"]
        after.pop(key, None)
        if not entry.get("retired"):
            after[key] = entry["label"]
    by_label = {}
    for (kind, slug), label in after.items():
        by_label.setdefault((kind, label.strip().casefold()), []).append(slug)
    changed = {(entry["kind"], entry["slug"]) for entry in data}
    for (kind, _label), slugs in by_label.items():
        if len(slugs) > 1 and any((kind, slug) in changed for slug in slugs):
            words = {"kind": kind, "words": ", ".join(sorted(slugs)), "label": after[kind, slugs[0]]}
            yield _("Vocabularies: %(words)s would all be called “%(label)s” in %(kind)s.") % words


def _unknown_slugs(data, here):
    """Groups and related areas that are neither here nor in the file."""
    known = set(here) | {(entry["kind"], entry["slug"]) for entry in data}
    for entry in data:
        named = [("group", entry["group"])] if entry.get("group") else []
        named += [("area", slug) for slug in entry.get("related", [])]
        for kind, slug in named:
            if (kind, slug) not in known:
                words = {"word": entry["slug"], "missing": slug}
                yield _("Vocabularies: “%(word)s” names “%(missing)s”, which is not there.") % words
