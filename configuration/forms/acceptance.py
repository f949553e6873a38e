"""Accepting what has changed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from configuration.policies.acceptance import ADULT
from profiles.forms.fields import AdultField


class AcceptForm(forms.Form):
    """One button. The versions that were on the page come back, so that nobody accepts what they have not seen."""

    def __init__(self, *args, waiting, **kwargs):
        super().__init__(*args, **kwargs)
        self.versions = " ".join(f"{text.name}:{text.language}:{text.version}" for text in waiting)
        if any(text.name == ADULT for text in waiting):
            self.fields["adult"] = AdultField()

    def clean(self):
        """ValidationError if one of the texts has changed since the page was opened."""
        data = super().clean()
        if self.data.get("versions") != self.versions:
            raise forms.ValidationError(
                _("Look again, please. One of these texts has changed since you opened the page.")
            )
        return data
