"""One document in one language, as coordinators write it."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from configuration.documents.catalogue import WITHDRAWN
from configuration.services.texts import newest_number
from mentoring.lib.text import MultiLineField


class DocumentForm(forms.Form):
    """`documents` says of which kind it is; `holding` is {TextKey: TextChange} of this one in this language."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    text = MultiLineField(rows=30, label=_("Text"))

    def __init__(self, data=None, *, documents, help_text, name, language, holding):
        self.documents, self.name, self.language = documents, name, language
        self.installed = documents.unchanged_text(name, language) or ""
        self.change = holding.get(documents.key(name, language))
        initial = {"text": self._text(), "seen": newest_number(holding.values())}
        super().__init__(data, initial=initial)
        self.fields["text"].help_text = help_text

    def _text(self):
        """What holds here; of one that is withdrawn what it said before, of one without a text what readers get."""
        change = self.change
        if change and change.text == WITHDRAWN:
            return change.before or self.installed
        return (change and change.text) or self.installed

    def clean_text(self):
        """In one form, or refused with its line."""
        return self.documents.check(self.cleaned_data["text"])

    @property
    def values(self):
        """{TextKey: text, or None for as installed} of a form that is valid."""
        text = self.cleaned_data["text"]
        return {self.documents.key(self.name, self.language): None if text == self.installed else text}

    @property
    def previewed(self):
        """What was typed, of a form that is valid; else what holds, or None."""
        return self.cleaned_data["text"] if self.is_bound and self.is_valid() else self.initial["text"]


class NewDocumentForm(forms.Form):
    """A document of the association's own."""

    language = forms.ChoiceField(
        label=_("Language"),
        choices=settings.LANGUAGES,
        help_text=_("Readers of other languages get this text until you write one for them."),
    )
    text = MultiLineField(rows=30, label=_("Text"))

    def __init__(self, data=None, *, documents, help_text, initial):
        self.documents = documents
        super().__init__(data, initial=initial)
        self.fields["text"].help_text = help_text

    def clean_text(self):
        """In one form, or refused with its line."""
        return self.documents.check(self.cleaned_data["text"])
