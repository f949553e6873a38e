"""The sentences of one mail in one language, each in a field with the text that holds."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext as _

from configuration.models import TextKey, TextKind
from configuration.services.texts import newest_number
from configuration.texts.checks import SENTENCE_LENGTH, SUBJECT_LENGTH, checked_sentence
from configuration.texts.sentences import sentences

LONG = 70


class MailTextsForm(forms.Form):
    """`holding` is {TextKey: TextChange} of this mail. An empty field is the text as installed."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, data=None, *, kind, language, holding):
        super().__init__(data, initial={"seen": newest_number(holding.values())})
        self.kind, self.language = kind, language
        self.entries = {}  # {name of the field: (Sentence, plural form, text as installed)}
        for place, each in enumerate(sentences(kind)):
            for form, number in each.forms(language).items():
                name = f"text_{place}_{form}"
                shipped = each.shipped(language, form)
                self.entries[name] = each, form, shipped
                change = holding.get(self.key(name))
                self.fields[name] = _field(each, number, shipped, language)
                self.initial[name] = change.text if change and change.text is not None else shipped

    def key(self, name):
        """The TextKey of a field."""
        each, form, _shipped = self.entries[name]
        return TextKey(TextKind.MAIL.value, self.kind, self.language, each.source, form)

    def clean(self):
        """Each text by what its sentence may hold, the error at its field."""
        data = super().clean()
        for name, (each, form, shipped) in self.entries.items():
            typed = data.get(name)
            if not typed or typed == shipped:
                data[name] = None
                continue
            try:
                checked = checked_sentence(typed, each, self.language, form)
                data[name] = None if checked == shipped else checked
            except ValidationError as error:
                self.add_error(name, error)
        return data

    @property
    def values(self):
        """{TextKey: text, or None for as installed} of a form that is valid."""
        return {self.key(name): self.cleaned_data[name] for name in self.entries}

    @property
    def previewed(self):
        """[(sentence, plural form, text)] of what was typed, of a form that is valid; else of what holds."""
        typed = self.cleaned_data if self.is_bound and self.is_valid() else self.initial
        return [
            (each, form, typed.get(name) or shipped) for name, (each, form, shipped) in self.entries.items()
        ]


def _field(each, number, shipped, language):
    longest = SUBJECT_LENGTH if each.in_subject else SENTENCE_LENGTH
    label = _label(each, number)
    widget = forms.TextInput if len(shipped) < LONG else forms.Textarea(attrs={"rows": 3})
    return forms.CharField(
        label=label,
        help_text=format_html(_("As installed: %s") % '<span lang="{}">{}</span>', language, shipped),
        required=False,
        widget=widget,
        max_length=longest * 2,
    )


def _label(each, number):
    if not number:
        return _("Subject") if each.in_subject else _("Sentence")
    label = _("Subject, for the number %(n)d") if each.in_subject else _("Sentence, for the number %(n)d")
    return label % {"n": number}
