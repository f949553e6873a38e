"""How often a pair wants to be in touch."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mentoring.lib.programme import numbers
from reminders.models import ContactRhythm


class ContactForm(forms.Form):
    """One choice for both."""

    rhythm = forms.ChoiceField(
        label=_("We’d like to be in touch"), choices=ContactRhythm.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        weeks = numbers().contact_floor_days // 7
        self.fields["rhythm"].help_text = ngettext(
            "If you choose “as needed”, we check in after %(n)d week.",
            "If you choose “as needed”, we check in after %(n)d weeks.",
            weeks,
        ) % {"n": weeks}
