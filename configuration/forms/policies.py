"""One policy in one language."""

from django import forms
from django.utils.translation import gettext_lazy as _

from configuration.models import TextKey, TextKind
from configuration.policies.checks import checked_markdown
from configuration.policies.versions import shipped
from configuration.services.texts import newest_number
from mentoring.lib.text import MultiLineField


class PolicyForm(forms.Form):
    """The whole text, in Markdown. `holding` is {TextKey: TextChange} of this policy."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    text = MultiLineField(
        rows=30,
        label=_("Text"),
        help_text=_(
            "Begin a heading with ##, an item of a list with -. A link: [text](https://…). {association} becomes "
            "the name of your association."
        ),
    )

    def __init__(self, data=None, *, name, language, holding):
        self.key = TextKey(TextKind.POLICY.value, name, language)
        self.installed = shipped(name, language).strip()
        change = holding.get(self.key)
        text = change.text if change and change.text is not None else self.installed
        super().__init__(data, initial={"text": text, "seen": newest_number(holding.values())})

    def clean_text(self):
        """In one form, or refused with its line."""
        return checked_markdown(self.cleaned_data["text"])

    @property
    def values(self):
        """{TextKey: text, or None for as installed} of a form that is valid."""
        text = self.cleaned_data["text"]
        return {self.key: None if text == self.installed else text}

    @property
    def previewed(self):
        """What was typed, of a form that is valid; else what holds."""
        return self.cleaned_data["text"] if self.is_bound and self.is_valid() else self.initial["text"]
