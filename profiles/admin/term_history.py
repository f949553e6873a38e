"""What was changed in a word, with what was there before."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from profiles.admin.term_form import listed_words

NOT_TOLD = ("take_away",)


def change_in_words(form, formsets):
    """One sentence for each field that was changed, of the word and of its labels in other languages."""
    told = _changes(form)
    for formset in formsets or ():
        for label in formset.forms:
            if label.has_changed():
                told += [f"{label.instance.language}: {change}" for change in _changes(label)]
    return " ".join(told) or _("Nothing changed")


def _changes(form):
    return [_change(form, name) for name in form.changed_data if name not in NOT_TOLD]


def _change(form, name):
    label = capfirst(str(form.fields[name].label))
    before, after = form.initial.get(name), form.cleaned_data.get(name)
    if name != "synonyms":
        return _("%(field)s: “%(before)s”, now “%(after)s”.") % {
            "field": label,
            "before": _said(before),
            "after": _said(after),
        }
    before, after = listed_words(before or ""), listed_words(after or "")
    gone = ", ".join(word for word in before if word not in after) or "–"
    new = ", ".join(word for word in after if word not in before) or "–"
    return _("%(field)s: removed: %(gone)s; added: %(new)s.") % {"field": label, "gone": gone, "new": new}


def _said(value):
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
