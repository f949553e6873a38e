"""The vocabularies in the file that another association can start from: words, never who uses them."""

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.utils.translation import gettext as _

from mentoring.lib.registry.handover import ImportPlan, SettingsMoved
from mentoring.lib.separators import colon
from profiles import vocabulary
from profiles.exchange_check import FIELDS, problems_of
from profiles.models import Term, TermLabel, VocabularyVersion
from profiles.models.vocabulary import TermKind


def export_words():
    """Every word with its labels in other languages, by vocabulary and in its order. Merged ones are retired."""
    return [
        _plain(term) for term in Term.objects.prefetch_related("labels").order_by("kind", "position", "slug")
    ]


def _plain(term):
    entry = {"kind": term.kind, **{name: getattr(term, name) for name in FIELDS}}
    entry["synonyms"] = term.synonyms.splitlines()
    entry["labels"] = {
        label.language: {"label": label.label, "synonyms": label.synonyms.splitlines()}
        for label in term.labels.all()
    }
    return entry


def read_words(data):
    """The plan for what another programme exported: words are added and changed, and none is taken away."""
    version = VocabularyVersion.objects.values_list("version", flat=True).first() or 0
    here = {(term.kind, term.slug): term for term in Term.objects.prefetch_related("labels")}
    problems = problems_of(data, here)
    if problems:
        return ImportPlan(problems)
    different = [(here.get((entry["kind"], entry["slug"])), _complete(entry)) for entry in data]
    different = [(term, entry) for term, entry in different if term is None or _plain(term) != entry]
    return ImportPlan(
        changes=[_in_words(term, entry) for term, entry in different],
        apply=lambda by: _apply(different, by, version),
    )


def _complete(entry):
    """With every field, as it is exported."""
    empty = {"description": "", "group": "", "related": [], "position": 0, "retired": False}
    labels = {
        language: {"label": label.get("label", ""), "synonyms": label.get("synonyms", [])}
        for language, label in sorted(entry.get("labels", {}).items())
    }
    ordered = {"kind": entry["kind"], **{name: entry.get(name, empty.get(name)) for name in FIELDS}}
    return ordered | {"synonyms": entry.get("synonyms", []), "labels": labels}


def _in_words(term, entry):
    words = {"kind": TermKind(entry["kind"]).label, "word": entry["label"]}
    if term is None:
        return _("%(kind)s, “%(word)s”: new.") % words
    before = _plain(term)
    words["word"] = term.label
    words["fields"] = ", ".join(_name_of(name, entry) for name in before if before[name] != entry[name])
    return _("%(kind)s, “%(word)s”: a change of %(fields)s.") % words


def _name_of(field, entry):
    if field == "labels":
        return _("labels in other languages")
    name = str(Term._meta.get_field(field).verbose_name)
    return f"{name} (“{entry[field]}”)" if field == "label" else name


def _apply(different, by, version):
    read_then = VocabularyVersion.objects.filter(version=version)
    if read_then.update(version=F("version") + 1) != 1:
        raise SettingsMoved(_("Someone has changed the vocabularies since the file was read."))
    for term, entry in different:
        term = term or Term(kind=entry["kind"])
        for name in FIELDS:
            setattr(term, name, entry[name])
        term.synonyms = "\n".join(entry["synonyms"])
        term.save()
        for language, label in entry["labels"].items():
            values = {"label": label["label"], "synonyms": "\n".join(label["synonyms"])}
            TermLabel.objects.update_or_create(term=term, language=language, defaults=values)
        _log(term, by)
    vocabulary.forget()


def _log(term, by):
    LogEntry.objects.create(
        user=by,
        content_type=ContentType.objects.get_for_model(Term),
        object_id=term.pk,
        object_repr=term.label[:200],
        action_flag=CHANGE,
        change_message=_("Imported from a file"),
    )


def changed_from_shipped():
    """(vocabulary, words here, "–") of the words that were added, changed or retired since they were shipped."""
    here = {(term.kind, term.slug): term for term in Term.objects.all()}
    for kind in TermKind:
        shipped = {entry.get("slug") or entry["code"]: entry for entry in vocabulary.shipped_terms(kind)}
        mine = [term for (of, _slug), term in here.items() if of == kind.value]
        lines = (
            (_("added"), [t for t in mine if t.slug not in shipped and not t.retired]),
            (_("called differently"), [t for t in mine if _relabelled(t, shipped)]),
            (_("retired"), [t for t in mine if t.retired]),
        )
        for what, terms in lines:
            if terms:
                yield f"{kind.label}{colon()} {what}", ", ".join(term.label for term in terms), ""


def _relabelled(term, shipped):
    return term.slug in shipped and shipped[term.slug]["label"] != term.label and not term.retired
