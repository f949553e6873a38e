"""The form of a word: a slug that can be found, words one per line, nothing lost without a question."""

import re

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mentoring.lib.text import MultiLineField, SingleLineField
from profiles.models import Term, TermLabel
from profiles.models.vocabulary import SLUG, TermKind
from profiles.vocabulary import words


def listed_words(text):
    """Words one per line: commas and semicolons divide them too, and each stands once."""
    found = (" ".join(word.split()) for word in re.split(r"[,;\n]", text))
    return list(dict.fromkeys(filter(None, found)))


class SynonymsForm(forms.ModelForm):
    """Words that would be taken away are asked about once."""

    take_away = forms.BooleanField(
        label=gettext_lazy("Remove these words"), required=False, widget=forms.HiddenInput
    )

    def clean_synonyms(self):
        """One per line."""
        return "\n".join(listed_words(self.cleaned_data["synonyms"]))

    def clean(self):
        """Refuse a loss that was not confirmed, and offer to confirm it."""
        cleaned = super().clean()
        lost = self._lost(cleaned)
        if lost:
            self.fields["take_away"].widget = forms.CheckboxInput()
            if not cleaned.get("take_away"):
                asked = ngettext(
                    "This removes %(n)d word, so nobody will find anything by it: %(words)s. "
                    "Put it back, or select “Remove these words”.",
                    "This removes %(n)d words, so nobody will find anything by them: %(words)s. "
                    "Put them back, or select “Remove these words”.",
                    len(lost),
                )
                self.add_error("synonyms", asked % {"n": len(lost), "words": ", ".join(lost)})
        return cleaned

    def _lost(self, cleaned):
        if not self.instance.pk or "synonyms" not in cleaned:
            return []
        before = listed_words(type(self.instance).objects.get(pk=self.instance.pk).synonyms)
        return [word for word in before if word not in cleaned["synonyms"].split("\n")]


class TermLabelForm(SynonymsForm):
    """What a word is called in another language."""

    class Meta:
        model = TermLabel
        fields = ("language", "label", "synonyms")
        field_classes = {"language": SingleLineField, "label": SingleLineField, "synonyms": MultiLineField}


class TermForm(SynonymsForm):
    """A word. Areas that are near and groups are chosen from those there are."""

    slug = SingleLineField(
        label=gettext_lazy("Short name"),
        max_length=60,
        required=False,
        help_text=gettext_lazy(
            "For addresses and files. Leave it blank to make it from the label. It cannot be changed later."
        ),
    )
    related = forms.MultipleChoiceField(label=gettext_lazy("Related areas"), required=False)
    group = forms.ChoiceField(label=gettext_lazy("Group"), required=False)

    class Meta:
        model = Term
        fields = (
            "kind",
            "slug",
            "label",
            "description",
            "synonyms",
            "group",
            "related",
            "position",
            "retired",
        )
        field_classes = {"label": SingleLineField, "description": SingleLineField, "synonyms": MultiLineField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = self.instance.slug
        if "related" in self.fields:
            areas = [choice for choice in words().choices(TermKind.AREA) if choice[0] != own]
            kept = [(slug, slug) for slug in self.instance.related or [] if slug not in dict(areas)]
            self.fields["related"].choices = areas + kept
        if "group" in self.fields:
            groups = words().choices(TermKind.GROUP)
            here = self.instance.group
            kept = [(here, here)] if here and here not in dict(groups) else []
            self.fields["group"].choices = [("", "–"), *groups, *kept]

    def clean(self):
        """A slug from the label, or one that can stand in an address."""
        cleaned = super().clean()
        if "slug" in self.fields and "slug" not in self.errors:
            cleaned["slug"] = cleaned.get("slug") or slugify(cleaned.get("label", ""))[:60].strip("-")
            if not SLUG.fullmatch(cleaned["slug"]):
                self.add_error(
                    "slug",
                    _("Use small letters a to z, figures and single hyphens, such as “data-services”."),
                )
        return cleaned


class MergeForm(forms.Form):
    """The word that stays."""

    into = forms.ModelChoiceField(label=gettext_lazy("Merge into"), queryset=Term.objects.none())

    def __init__(self, *args, term, **kwargs):
        super().__init__(*args, **kwargs)
        offered = Term.objects.filter(kind=term.kind, retired=False).exclude(pk=term.pk)
        self.fields["into"].queryset = offered.order_by("label")
