"""Setting a goal, and the next step there."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import MultiLineField, PrivateSingleLineField
from mentorships.models import Progress

LONGEST = 5000


class Day(forms.DateField):
    """A day, or none."""

    def __init__(self, **kwargs):
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "short"})
        super().__init__(required=False, widget=widget, input_formats=["%Y-%m-%d"], **kwargs)


class GoalForm(forms.Form):
    """What, why, by when, and what to read for it."""

    title = PrivateSingleLineField(
        label=_("What do you want to reach?"),
        max_length=200,
        help_text=_("So that you would notice when you are there."),
    )
    why = MultiLineField(label=_("Why does it matter to you?"), max_length=LONGEST, required=False, rows=3)
    due_on = Day(label=_("By when"))
    readings = MultiLineField(
        label=_("To read"),
        max_length=LONGEST,
        required=False,
        rows=3,
        help_text=_("Books, articles, people. Web addresses become links."),
    )


class StepForm(forms.Form):
    """One next step."""

    text = PrivateSingleLineField(label=_("Next step"), max_length=500)
    due_on = Day(label=_("By when"))


class ProgressForm(forms.Form):
    """How far it is."""

    progress = forms.ChoiceField(choices=Progress.choices)
