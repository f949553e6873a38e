"""A long list that one searches: type, choose, and it stands above as a box that is ticked.

Without script it works the same way: what was typed is read by the server, by its label or any other name.
"""

import re

from django import forms

from profiles.vocabulary import words

TYPED = "_search"  # the text that goes with a field of this name
LONGEST = 300
SEPARATORS = re.compile(r"[,;\n]")


class SearchedTerms(forms.SelectMultiple):
    """What is chosen as boxes, and a text with suggestions to add to them (static/js/searched.js)."""

    template_name = "profiles/searched.html"
    use_fieldset = True

    def __init__(self, kind, attrs=None):
        super().__init__(attrs)
        self.kind = kind

    def id_for_label(self, id_, index=None):
        """The group has a legend; its parts have labels of their own."""
        return ""

    def value_from_datadict(self, data, files, name):
        """Slugs of what is ticked and of what was typed; what nobody knows stays as it was typed."""
        chosen = super().value_from_datadict(data, files, name) or []
        chosen = [chosen] if isinstance(chosen, str) else list(chosen)
        return list(dict.fromkeys([*chosen, *found(self.kind, str(data.get(name + TYPED) or ""))]))

    def value_omitted_from_data(self, data, files, name):
        """A box that is not ticked sends nothing."""
        return False

    def get_context(self, name, value, attrs):
        """`ticked` and `offered` as (slug, label); `typed` is what could not be found."""
        context = super().get_context(name, None, attrs)
        labels, value = words().labels(self.kind), value or []
        ticked = [(slug, labels[slug]) for slug in value if slug in labels]
        offered = [(term.slug, term.name) for term in words().offered(self.kind)]
        context["widget"] |= {
            "ticked": ticked,
            "offered": offered,
            "typed_name": name + TYPED,
            "typed": ", ".join(str(slug) for slug in value if slug not in labels),
        }
        return context

    def optgroups(self, name, value, attrs=None):
        """Not drawn: the template has its own lists."""
        return []


def found(kind, typed):
    """The slugs of a text: one name, or several with commas between them. A part that is no name stays itself."""
    typed = typed.strip()[:LONGEST]
    if not typed:
        return []
    names = _names(kind)
    if whole := _slug(names, typed):
        return [whole]
    parts = [part.strip() for part in SEPARATORS.split(typed)]
    return [_slug(names, part) or part for part in parts if part]


def _names(kind):
    """{name in small letters: slug} of the terms on offer, their labels before their other names."""
    names = {}
    for term in words().offered(kind):
        names.setdefault(term.name.casefold(), term.slug)
    for term in words().offered(kind):
        for others in term.names().values():
            for name in others:
                names.setdefault(name.casefold(), term.slug)
    return names


def _slug(names, typed):
    """By its whole name; or by its beginning, if only one begins like that."""
    typed = typed.casefold()
    if typed in names:
        return names[typed]
    begun = {slug for name, slug in names.items() if name.startswith(typed)}
    return begun.pop() if len(begun) == 1 else None
