"""What mentors and mentees are called in one language."""

from django import forms
from django.core.exceptions import ValidationError

from configuration.models import TextKey, TextKind
from configuration.services.texts import newest_number
from configuration.texts.words import checked_word, checked_words, groups_of
from mentoring.lib.text import SingleLineField


class WordsForm(forms.Form):
    """A field for each form that the texts use. An empty one is the word as installed."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, data=None, *, language, holding):
        super().__init__(data, initial={"seen": newest_number(holding.values())})
        self.language, self.names = language, {}
        for place, form in enumerate(form for group in groups_of(language) for form in group):
            name = f"word_{place}"
            self.names[form] = name
            change = holding.get(self._key(form))
            self.fields[name] = SingleLineField(label=form, required=False, max_length=60)
            self.initial[name] = change.text if change else None

    def clean(self):
        """Each word by itself, then all together."""
        data = super().clean()
        words = {form: self._checked(form, data.get(name) or "") for form, name in self.names.items()}
        if not self.errors:
            for form, wrong in checked_words(words, self.language):
                self.add_error(self.names[form], wrong)
        return data

    @property
    def words(self):
        """{form: word} of what was typed, of a form that is valid; else of what holds."""
        typed = self.cleaned_data if self.is_bound and self.is_valid() else self.initial
        return {form: typed[name] for form, name in self.names.items() if typed.get(name)}

    @property
    def values(self):
        """{TextKey: word, or None for as installed} of a form that is valid."""
        return {self._key(form): self.cleaned_data[name] or None for form, name in self.names.items()}

    def _key(self, form):
        return TextKey(TextKind.WORD.value, form, self.language)

    def _checked(self, form, word):
        name = self.names[form]
        try:
            word = checked_word(word)
        except ValidationError as error:
            self.add_error(name, error)
            return ""
        word = "" if word == form else word
        self.cleaned_data[name] = word
        return word
