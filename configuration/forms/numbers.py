"""The form of the programme's numbers: each within its limits, in the order that makes sense."""

from dataclasses import replace

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from configuration.definitions import DEFINITIONS, in_words


class RisingNumbersField(forms.CharField):
    """Whole numbers with commas between them, each larger than the one before: a tuple."""

    def __init__(self, *, lowest, highest, count, **kwargs):
        super().__init__(max_length=40, **kwargs)
        self.lowest, self.highest, self.count = lowest, highest, count

    def prepare_value(self, value):
        """`3, 7` for (3, 7); what was typed, as it was typed."""
        return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else value

    def clean(self, value):
        """The tuple. ValidationError says how many numbers, and between what."""
        parts = [part.strip() for part in super().clean(value).split(",")]
        numbers = [int(part) for part in parts if part.isascii() and part.isdigit() and len(part) < 5]
        good = len(numbers) == len(parts) == self.count and sorted(set(numbers)) == numbers
        if not good or numbers[0] < self.lowest or numbers[-1] > self.highest:
            raise forms.ValidationError(
                _("Enter %(count)d numbers from %(lowest)d to %(highest)d with commas, the smallest first.")
                % {"count": self.count, "lowest": self.lowest, "highest": self.highest}
            )
        return tuple(numbers)


class NumbersForm(forms.Form):
    """All of the programme's numbers, with those that hold as initial values."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, definition in DEFINITIONS.items():
            self.fields[name] = _field(definition, getattr(settings.PROGRAMME_NUMBERS, name), name)

    def clean(self):
        """Pairs of which the second has to be larger: the error stands at the second."""
        data = super().clean()
        values = {name: data[name] for name in DEFINITIONS if name in data}
        for before, after, first, _last in replace(settings.PROGRAMME_NUMBERS, **values).out_of_order():
            if before in values and after in values:
                label = DEFINITIONS[before].label
                message = _("Choose more than %(first)d: it comes after “%(label)s”.")
                self.add_error(after, message % {"first": first, "label": label})
        return data

    @property
    def values(self):
        """{name: value} of the numbers, of a form that is valid."""
        return {name: self.cleaned_data[name] for name in DEFINITIONS}


def _field(definition, installed, name):
    shipped = _("As installed: %s.") % in_words(name, installed)
    help_text = f"{definition.help_text} {shipped}"
    words = {"label": definition.label, "help_text": help_text}
    limits = {"lowest": definition.lowest, "highest": definition.highest}
    if definition.choices:
        return forms.ChoiceField(choices=definition.choices, **words)
    if isinstance(installed, tuple):
        return RisingNumbersField(count=len(installed), **limits, **words)
    return forms.IntegerField(min_value=definition.lowest, max_value=definition.highest, **words)
