"""The two questions of the year."""

from django import forms
from django.utils.translation import gettext_lazy as _

from figures.models import PulseAnswer, PulseQuestion


class PulseForm(forms.Form):
    """A choice for each question; one may be left open, not both."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for question in PulseQuestion:
            self.fields[question.value] = forms.ChoiceField(
                label=question.label, choices=PulseAnswer.choices, widget=forms.RadioSelect, required=False
            )

    def clean(self):
        """At least one answer."""
        if not self.errors and not any(self.cleaned_data.values()):
            raise forms.ValidationError(_("Answer at least one of the two questions."))
        return self.cleaned_data
