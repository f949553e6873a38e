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
        label=_("What do you want to achieve?"),
        max_length=200,
        help_text=_("Word it so that you’ll know when you get there."),
    )
    why = MultiLineField(label=_("Why does it matter to you?"), max_length=LONGEST, required=False, rows=3)
    due_on = Day(label=_("By when?"))
    readings = MultiLineField(
        label=_("Reading list"),
        max_length=LONGEST,
        required=False,
        rows=3,
        help_text=_("Books, articles, people to look up. Web addresses turn into links."),
    )


class StepForm(forms.Form):
    """One next step."""

    text = PrivateSingleLineField(label=_("Next step"), max_length=500)
    due_on = Day(label=_("By when?"))


class ProgressForm(forms.Form):
    """How far it is."""

    progress = forms.ChoiceField(choices=Progress.choices)
