"""Form fields over the vocabulary."""

from django import forms
from django.utils.translation import gettext_lazy as _

from profiles.vocabulary import words

RATHER_NOT = _("Rather not say")


def grouped_areas():
    """Areas of practice under their groups, as choices."""
    now = words()
    groups = {}
    for term in now.offered("area"):
        groups.setdefault(now.name("group", term.group), []).append((term.slug, term.name))
    return list(groups.items())


class TermField(forms.ChoiceField):
    """One term of a vocabulary, or none."""

    def __init__(self, kind, *, blank=RATHER_NOT, choices=None, **kwargs):
        def offered():
            return [("", blank), *(choices() if choices else words().choices(kind))]

        super().__init__(choices=offered, required=kwargs.pop("required", False), **kwargs)
        self.kind = kind

    def valid_value(self, value):
        """Also a retired term: somebody chose it when it was offered."""
        return super().valid_value(value) or words().get(self.kind, value) is not None


class TermsField(forms.MultipleChoiceField):
    """Any number of terms of a vocabulary."""

    def __init__(self, kind, **kwargs):
        kwargs.setdefault("widget", forms.CheckboxSelectMultiple)
        super().__init__(choices=lambda: words().choices(kind), required=False, **kwargs)
        self.kind = kind

    def valid_value(self, value):
        """Also a retired term."""
        return super().valid_value(value) or words().get(self.kind, value) is not None


def keep_retired(form):
    """Let the fields of a form go on showing what was chosen before it was retired."""
    for name, field in form.fields.items():
        if isinstance(field, TermField | TermsField):
            given = form.get_initial_for_field(field, name) or []
            slugs = [given] if isinstance(given, str) else given
            terms = filter(None, (words().get(field.kind, slug) for slug in slugs))
            if retired := [(term.slug, term.name) for term in terms if term.retired]:
                field.choices = [*field.choices, *retired]
