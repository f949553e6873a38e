"""One worksheet in one language, as coordinators write it."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from configuration.models import TextKey, TextKind
from configuration.services.texts import newest_number
from mentoring.lib.text import MultiLineField
from worksheets.sheets.catalogue import WITHDRAWN, inherited_text, shipped_text
from worksheets.sheets.markdown import checked_sheet, read_sheet

HELP = _(
    "“# ” begins the title. A paragraph below it says what the worksheet is for and how long it takes. “## ” begins "
    "a prompt; a line of help may stand below it."
)


def sheet_field():
    """The whole text, in Markdown."""
    return MultiLineField(rows=24, label=_("Text"), help_text=HELP)


class SheetForm(forms.Form):
    """`holding` is {TextKey: TextChange} of this sheet in this language."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    text = sheet_field()

    def __init__(self, data=None, *, name, language, holding):
        self.key = TextKey(TextKind.WORKSHEET.value, name, language)
        installed = shipped_text(name, language) or inherited_text(name, language)
        self.installed = (installed or "").strip()
        self.change = holding.get(self.key)
        super().__init__(data, initial={"text": self._text(), "seen": newest_number(holding.values())})

    def _text(self):
        """What holds here; of a sheet that is withdrawn what it said before, of one without a text what readers get."""
        change = self.change
        if change and change.text == WITHDRAWN:
            return change.before or self.installed
        return (change and change.text) or self.installed

    def clean_text(self):
        """In one form, or refused with its line."""
        return checked_sheet(self.cleaned_data["text"])

    @property
    def values(self):
        """{TextKey: text, or None for as installed} of a form that is valid."""
        text = self.cleaned_data["text"]
        return {self.key: None if text == self.installed else text}

    @property
    def previewed(self):
        """The Sheet of what was typed, of a form that is valid; else of what holds. None where there is no text."""
        text = self.cleaned_data["text"] if self.is_bound and self.is_valid() else self.initial["text"]
        return read_sheet(text, slug=self.key.name, language=self.key.language) if text else None


class NewSheetForm(forms.Form):
    """A sheet of the association's own."""

    language = forms.ChoiceField(
        label=_("Language"),
        choices=settings.LANGUAGES,
        help_text=_("Readers of other languages get this text until you write one for them."),
    )
    text = sheet_field()

    def clean_text(self):
        """In one form, or refused with its line."""
        return checked_sheet(self.cleaned_data["text"])

    @property
    def previewed(self):
        """The Sheet of what was typed, of a form that is valid."""
        return read_sheet(self.cleaned_data["text"], slug="", language=self.cleaned_data["language"])
