"""Resting, ending, looking back."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import MultiLineField
from mentorships.forms.goals import Day

LONGEST = 5000


class PauseForm(forms.Form):
    """Until when, if that is known."""

    until = Day(label=_("Until roughly when?"), help_text=_("You can leave this blank."))

    def clean_until(self):
        """A day that is still to come."""
        day = self.cleaned_data["until"]
        if day and day <= timezone.localdate():
            raise forms.ValidationError(_("Choose a future date, or leave this blank."))
        return day


class ThanksForm(forms.Form):
    """A word to the other."""

    thanks = MultiLineField(
        label=_("A word of thanks"),
        max_length=LONGEST,
        rows=4,
        help_text=_("Say what you’ll take with you. Only the two of you can read it."),
    )


class ReflectionForm(forms.Form):
    """A word to oneself."""

    reflection = MultiLineField(
        label=_("Your reflection"),
        max_length=LONGEST,
        required=False,
        rows=6,
        help_text=_("What did you learn? What would you do differently? Only you can read it."),
    )


class EndForm(ThanksForm, ReflectionForm):
    """Both, when it ends; both may stay empty."""

    mark_optional = False
    field_order = ("thanks", "reflection")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["thanks"].required = False
